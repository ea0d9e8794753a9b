/**
 * How models are compared with each other: on which rows, by which figures, and when a difference
 * is one. Leans on features as matrices, and knows nothing of how the models are trained.
 */
package io.residua.trainer.trial;
