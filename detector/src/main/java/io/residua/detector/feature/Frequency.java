package io.residua.detector.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The logarithm of a category's share of the training rows, standardised over those rows. All
 * categories without a count of their own share one value: that of half a row.
 */
final class Frequency implements CategoryEncoding {
  static final int MOST_CATEGORIES = 10_000;

  /** A smaller deviation of logarithms is a rounding error: all shares are equal. */
  private static final double ROUNDING = 1e-9;

  private final List<CategoryCount> counts;
  private final long rows;
  private final double mean;
  private final double deviation;
  private final Map<String, Integer> indices = new HashMap<>();
  private final float[] features;
  private final float unseen;

  /**
   * @param counts the categories with a count of their own, 1 to {@value #MOST_CATEGORIES}, each
   *     once
   * @param rows training rows with any category, at least the sum of the counts
   */
  Frequency(List<CategoryCount> counts, long rows) {
    this.counts = List.copyOf(counts);
    this.rows = rows;
    requireUsable();
    long counted = this.counts.stream().mapToLong(CategoryCount::rows).sum();
    double sum = (rows - counted) * logarithm(0.5);
    for (CategoryCount count : this.counts) {
      sum += count.rows() * logarithm(count.rows());
    }
    this.mean = sum / rows;
    double squares = (rows - counted) * square(logarithm(0.5) - mean);
    for (CategoryCount count : this.counts) {
      squares += count.rows() * square(logarithm(count.rows()) - mean);
    }
    double spread = Math.sqrt(squares / rows);
    this.deviation = spread > ROUNDING ? spread : 1;
    this.features = new float[counts.size()];
    for (CategoryCount count : this.counts) {
      features[indices.size()] = feature(count.rows());
      indices.put(count.category(), indices.size());
    }
    this.unseen = feature(0.5);
    if (indices.size() < counts.size()) {
      throw new IllegalArgumentException("a category stands twice");
    }
  }

  private void requireUsable() {
    if (counts.isEmpty() || counts.size() > MOST_CATEGORIES) {
      throw new IllegalArgumentException(
          "expected 1 to %d categories, got %d".formatted(MOST_CATEGORIES, counts.size()));
    }
    long left = rows;
    for (CategoryCount count : counts) {
      left -= Math.min(count.rows(), left + 1);
      if (left < 0) {
        throw new IllegalArgumentException("the categories' rows add up to more than " + rows);
      }
    }
  }

  List<CategoryCount> counts() {
    return counts;
  }

  long rows() {
    return rows;
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public String featureSuffix(int feature) {
    return " frequency";
  }

  @Override
  public void encode(String category, float[] into, int offset) {
    Integer index = indices.get(category);
    into[offset] = index == null ? unseen : features[index];
  }

  @Override
  public Stream<String> known() {
    return counts.stream().map(CategoryCount::category);
  }

  @Override
  public String expected(float[] reconstruction, int offset) {
    double share = Math.exp(reconstruction[offset] * deviation + mean);
    return "a value seen in %s %% of the training data"
        .formatted(ValueText.briefly(100 * Math.min(1, share)));
  }

  private float feature(double count) {
    return (float) ((logarithm(count) - mean) / deviation);
  }

  private double logarithm(double count) {
    return Math.log(count / rows);
  }

  private static double square(double x) {
    return x * x;
  }
}
