/**
 * One class per command: its options and the order of its steps. What a step does stands in the
 * package or module of that step.
 */
package io.residua.cli.command;
