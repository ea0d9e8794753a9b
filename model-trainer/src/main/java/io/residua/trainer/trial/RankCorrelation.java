package io.residua.trainer.trial;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How much two rows of scores agree on which records are stranger than which: Spearman's rank
 * correlation, Pearson's of the ranks, where equal scores share the mean of their ranks.
 */
public final class RankCorrelation {
  private RankCorrelation() {}

  /**
   * @param one any numbers but NaN
   * @param other as many, of the same records
   * @return from -1 to 1; NaN where one says the same of all records, or there are fewer than two
   */
  public static double of(double[] one, double[] other) {
    if (one.length != other.length) {
      throw new IllegalArgumentException(
          "expected as many scores, got %d and %d".formatted(one.length, other.length));
    }
    double[] a = ranks(one);
    double[] b = ranks(other);
    double mean = (one.length - 1) / 2.0;
    double both = 0;
    double ofA = 0;
    double ofB = 0;
    for (int i = 0; i < a.length; i++) {
      both += (a[i] - mean) * (b[i] - mean);
      ofA += (a[i] - mean) * (a[i] - mean);
      ofB += (b[i] - mean) * (b[i] - mean);
    }
    return both / Math.sqrt(ofA * ofB);
  }

  /** From 0; equal values have the mean of theirs. */
  private static double[] ranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    for (int from = 0, end; from < order.length; from = end) {
      end = from + 1;
      while (end < order.length && values[order[end]] == values[order[from]]) {
        end++;
      }
      double rank = (from + end - 1) / 2.0;
      Arrays.stream(order, from, end).forEach(i -> ranks[i] = rank);
    }
    return ranks;
  }
}
