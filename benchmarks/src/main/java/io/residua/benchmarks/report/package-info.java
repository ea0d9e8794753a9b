/**
 * What benchmarks have measured, as tables and plots: a result of each in a file of its own, and
 * all of them in one page with the machine's description.
 */
package io.residua.benchmarks.report;
