package io.residua.benchmarks.pipeline;

import io.residua.benchmarks.report.Median;
import java.util.List;

/**
 * One pass through the topic.
 *
 * @param rate records a second
 * @param microseconds of processor time a record, of the whole JVM: job, clients and broker; told
 *     beside the rate because it does not move when another process takes a core
 */
public record Measurement(double rate, double microseconds) {
  /** Medians of rates and of processor times, each for itself. */
  public static Measurement median(List<Measurement> values) {
    return new Measurement(
        Median.of(values.stream().map(Measurement::rate).toList()),
        Median.of(values.stream().map(Measurement::microseconds).toList()));
  }
}
