package io.residua.detector.score;

import java.util.Arrays;

/**
 * Fits prototypes to normal rows: the centroids of {@link KMeans}. The same rows, number and seed
 * give the same prototypes. Of more than {@value #MOST_ROWS} rows, so many are used, chosen evenly
 * at random; prototypes of more would hardly lie elsewhere.
 *
 * <p>Whitened prototypes take two rounds: the residuals that rows have to the prototypes of a first
 * one whiten the space in which the second one looks for prototypes. Up to {@value #FEW_ROWS} rows
 * are so near their centroids that those residuals say nothing; they are taken to the nearest other
 * row instead.
 */
public final class PrototypeFitter {
  /** Most rows that are looked at. */
  public static final int MOST_ROWS = 20_000;

  private static final int FEW_ROWS = 512;

  private final int width;
  private final float[] values;
  private final boolean[] observed;
  private final float[] scale;
  private final int count;
  private final long seed;

  private PrototypeFitter(
      int width, float[] values, boolean[] observed, float[] scale, int count, long seed) {
    if (width < 1 || values.length == 0 || values.length % width != 0) {
      throw new IllegalArgumentException(
          "expected at least one whole row of %d features, got %d values"
              .formatted(width, values.length));
    }
    int[] rows = RowSample.of(values.length / width, MOST_ROWS, seed);
    this.width = width;
    this.values = new float[rows.length * width];
    this.observed = new boolean[this.values.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * width, this.values, i * width, width);
      System.arraycopy(observed, rows[i] * width, this.observed, i * width, width);
    }
    this.scale = scale;
    this.count = count;
    this.seed = seed;
  }

  /**
   * Fits prototypes.
   *
   * @param width features a row
   * @param values at least one row, row-major; only read
   * @param observed which of the values count; only read
   * @param scale one above 0 a feature
   * @param count most prototypes, 1 to {@link PrototypeDistance#MOST}
   */
  public static PrototypeDistance plain(
      int width, float[] values, boolean[] observed, float[] scale, int count, long seed) {
    return new PrototypeFitter(width, values, observed, scale, count, seed).plain();
  }

  /**
   * Fits whitened prototypes; parameters as those of {@link #plain}.
   *
   * @throws IllegalArgumentException when there are more than {@link
   *     WhitenedResidual#MOST_FEATURES} features
   */
  public static WhitenedPrototypeDistance whitened(
      int width, float[] values, boolean[] observed, float[] scale, int count, long seed) {
    if (width > WhitenedResidual.MOST_FEATURES) {
      throw new IllegalArgumentException(
          "whitened prototypes have at most %d features, got %d"
              .formatted(WhitenedResidual.MOST_FEATURES, width));
    }
    return new PrototypeFitter(width, values, observed, scale, count, seed).whitened();
  }

  private PrototypeDistance plain() {
    return new PrototypeDistance(scale, prototypes(values, observed, scaled(values)));
  }

  private WhitenedPrototypeDistance whitened() {
    float[] nearest = nearest();
    float[] whitening = Whitening.of(new Residuals(width, values, nearest, observed), scale);
    float[] filled = filled(nearest);
    float[] columns = Whitening.transposed(width, whitening);
    boolean[] all = Observed.all(filled.length);
    float[] prototypes = prototypes(filled, all, Whitening.apply(width, columns, filled));
    return new WhitenedPrototypeDistance(width, whitening, prototypes);
  }

  /**
   * The means of rows, in groups that are found elsewhere.
   *
   * @param space the rows in which groups are sought
   */
  private float[] prototypes(float[] rows, boolean[] flags, float[] space) {
    int[] groups = KMeans.groups(width, count, space, flags, seed);
    int found = Arrays.stream(groups).max().orElseThrow() + 1;
    float[] mean = KMeans.means(width, 1, rows, flags, new int[groups.length], new float[width]);
    float[] otherwise = new float[found * width];
    for (int i = 0; i < otherwise.length; i++) {
      otherwise[i] = mean[i % width];
    }
    return KMeans.means(width, found, rows, flags, groups, otherwise);
  }

  private float[] scaled(float[] rows) {
    float[] scaled = new float[rows.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = rows[i] / scale[i % width];
    }
    return scaled;
  }

  /** What lies nearest to each row: a prototype, or another row where there are few. */
  private float[] nearest() {
    float[] scaled = scaled(values);
    boolean few = values.length / width <= FEW_ROWS;
    float[] candidates = few ? values : plain().prototypes();
    Prototypes near = new Prototypes(width, scaled(candidates));
    float[] distances = near.newDistances();
    float[] nearest = new float[values.length];
    for (int from = 0; from < values.length; from += width) {
      int chosen = near.nearest(scaled, observed, from, distances);
      chosen = few ? nearestDifferent(distances, near.count(), chosen) : chosen;
      System.arraycopy(candidates, chosen * width, nearest, from, width);
    }
    return nearest;
  }

  /** The row itself where all are equal. */
  private static int nearestDifferent(float[] distances, int count, int otherwise) {
    int nearest = -1;
    for (int k = 0; k < count; k++) {
      if (distances[k] > 0 && (nearest < 0 || distances[k] < distances[nearest])) {
        nearest = k;
      }
    }
    return nearest < 0 ? otherwise : nearest;
  }

  private float[] filled(float[] nearest) {
    float[] filled = values.clone();
    for (int i = 0; i < filled.length; i++) {
      filled[i] = observed[i] ? values[i] : nearest[i];
    }
    return filled;
  }
}
