package io.residua.benchmarks.latency;

/**
 * What one run gave.
 *
 * @param latencies of the outputs that came
 * @param sentLateMillis how late the sender was at the 99th percentile, which is part of latencies
 * @param missing outputs that did not come in time: the job could not bear the load
 * @param rate outputs a second, until the last of them was read
 */
record RunLatencies(Latencies latencies, double sentLateMillis, long missing, double rate) {}
