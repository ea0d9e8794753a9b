/**
 * How long work goes on: a bar on a terminal, plain lines otherwise, always on standard error.
 * Leans on the trainer's listener.
 */
package io.residua.cli.progress;
