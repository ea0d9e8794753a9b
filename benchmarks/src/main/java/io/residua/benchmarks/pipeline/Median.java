package io.residua.benchmarks.pipeline;

import java.util.List;

/** The middle of several measurements. */
public final class Median {
  private Median() {}

  /** Of rates and of processor times, each for itself. */
  public static Measurement ofEach(List<Measurement> values) {
    return new Measurement(
        of(values.stream().map(Measurement::rate).toList()),
        of(values.stream().map(Measurement::microseconds).toList()));
  }

  /** The middle value; of an even number of them, the mean of the two in the middle. */
  public static double of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
