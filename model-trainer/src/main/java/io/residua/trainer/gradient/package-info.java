/**
 * Reverse-mode differentiation of what a training step computes (Griewank and Walther, "Evaluating
 * Derivatives", 2008): matrices of floats, the operations on them, their gradients, and the
 * optimiser that uses these. Knows nothing of autoencoders. Nothing in it is thread-safe.
 */
package io.residua.trainer.gradient;
