package io.residua.benchmarks.pipeline;

/**
 * One pass through the topic.
 *
 * @param rate records a second
 * @param microseconds of processor time a record, of the whole JVM: job, clients and broker; told
 *     beside the rate because it does not move when another process takes a core
 */
public record Measurement(double rate, double microseconds) {}
