/** How the cost of a record grows with its features, the latent vector and the number of keys. */
package io.residua.benchmarks.growth;
