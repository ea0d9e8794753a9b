/**
 * Autoencoder families as rows of one composition: encoder, latent code, decoder, what the output
 * is compared with, losses added to that, and rivals who learn in turn.
 */
package io.residua.trainer.family;
