package io.residua.benchmarks.latency;

import io.residua.benchmarks.report.Median;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Percentiles of latencies.
 *
 * @param millis one for each of {@link #PERCENTILES}
 */
record Latencies(List<Double> millis) {
  static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9, 100.0);
  static final List<String> NAMES = List.of("p50", "p90", "p99", "p99.9", "max");

  private static final double MICROS_PER_MILLI = 1000;

  Latencies {
    millis = List.copyOf(millis);
    if (millis.size() != PERCENTILES.size()) {
      throw new IllegalArgumentException(
          "expected %d percentiles, found %d".formatted(PERCENTILES.size(), millis.size()));
    }
  }

  /**
   * @param micros latencies in microseconds
   */
  static Latencies of(Histogram micros) {
    return new Latencies(
        PERCENTILES.stream()
            .map(each -> micros.getValueAtPercentile(each) / MICROS_PER_MILLI)
            .toList());
  }

  /** How much longer each percentile is than another's. */
  Latencies minus(Latencies other) {
    return each(i -> millis.get(i) - other.millis.get(i));
  }

  /** The median of each percentile over rounds. */
  static Latencies medians(List<Latencies> rounds) {
    return each(i -> Median.of(rounds.stream().map(round -> round.millis.get(i)).toList()));
  }

  /** As {@code p50 51.2, p90 95.0, … ms}. */
  @Override
  public String toString() {
    return IntStream.range(0, millis.size())
        .mapToObj(i -> String.format(Locale.ROOT, "%s %.1f", NAMES.get(i), millis.get(i)))
        .collect(Collectors.joining(", ", "", " ms"));
  }

  private static Latencies each(IntFunction<Double> percentile) {
    return new Latencies(IntStream.range(0, PERCENTILES.size()).mapToObj(percentile).toList());
  }
}
