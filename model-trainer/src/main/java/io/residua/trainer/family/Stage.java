package io.residua.trainer.family;

/**
 * What is trained by itself, before the whole autoencoder.
 *
 * @param name of it, for people
 * @param objective what it minimises, of the batches of the training
 * @param done what to do when it is trained
 */
public record Stage(String name, Objective objective, Runnable done) {}
