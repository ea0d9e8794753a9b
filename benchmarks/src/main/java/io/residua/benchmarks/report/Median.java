package io.residua.benchmarks.report;

import java.util.List;

/** The middle of several figures. */
public final class Median {
  private Median() {}

  /**
   * The middle value; of an even number of them, the mean of the two in the middle.
   *
   * @param values at least one
   */
  public static double of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
