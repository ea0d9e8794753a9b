/**
 * Where published models are kept: the {@link io.residua.detector.registry.ModelRegistry} contract
 * and the directory registry, whose unit of publishing is one atomic rename.
 */
package io.residua.detector.registry;
