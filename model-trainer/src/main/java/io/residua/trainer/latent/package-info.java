/**
 * The latent space for people: maps of latent vectors in the plane, and groups of them in words.
 * Leans on the detector's features and network; EJML, which decomposes matrices, is seen nowhere
 * else.
 */
package io.residua.trainer.latent;
