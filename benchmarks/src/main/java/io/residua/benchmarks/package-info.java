/**
 * How fast one record is scored, beside the training library's own forward pass on the same
 * weights. Leans on JMH.
 */
package io.residua.benchmarks;
