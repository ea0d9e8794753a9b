/**
 * Fitting an autoencoder to a matrix of features: split, corruption, loss over observed entries,
 * early stopping, and the trained network as data. A family is a row of choices in {@link
 * io.residua.trainer.family.AutoencoderPlan}.
 */
package io.residua.trainer.train;
