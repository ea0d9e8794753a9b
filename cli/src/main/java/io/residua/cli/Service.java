package io.residua.cli;

/** A command that serves until it is stopped; its log goes to standard error. */
public interface Service {}
