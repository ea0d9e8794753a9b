/** Options that several benchmarks have. */
package io.residua.benchmarks.options;
