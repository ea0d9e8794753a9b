/** Experiments of the papers that the families come from, beside the figures they published. */
package io.residua.benchmarks.experiments;
