/**
 * Fitting an autoencoder to a matrix of features: split, corruption, loss over observed entries,
 * early stopping, and the trained network as data. The only package that sees DL4J and ND4J; a
 * family is a row of choices in {@link io.residua.trainer.train.AutoencoderPlan}.
 */
package io.residua.trainer.train;
