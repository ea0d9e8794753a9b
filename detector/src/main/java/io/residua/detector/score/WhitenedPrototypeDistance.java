package io.residua.detector.score;

import java.util.Arrays;

/**
 * The squared distance to the nearest prototype where directions in which normal records leave
 * their prototype count less: with {@code z_k = W (x − c_k)}, the least {@code |z_k|²} over the
 * number of observed features. W whitens what normal records leave over of their prototypes.
 *
 * <p>With r the residual of the nearest prototype, feature i contributes {@code r_i (Wᵀ z)_i}, as
 * with {@link WhitenedResidual}. A feature that was not observed is taken to be what it is in the
 * prototype that is nearest in the others, each by the length of its column of W.
 *
 * <p>Scoring costs {@code prototypes × width + width²} multiply-adds.
 */
public final class WhitenedPrototypeDistance implements ResidualScore {
  private final int width;
  private final float[] whitening;
  private final float[] prototypes;
  private final float[] columns;
  private final float[] weights;
  private final Prototypes whitened;
  private final Prototypes weighted;
  private final boolean[] all;
  private final Workspace own;

  /** What one record's distances need. */
  private static final class Workspace {
    private final float[] filled;
    private final float[] point;
    private final float[] distances;

    Workspace(Prototypes prototypes, int width) {
      filled = new float[width];
      point = new float[width];
      distances = prototypes.newDistances();
    }
  }

  /**
   * @param width features, 1 to {@link WhitenedResidual#MOST_FEATURES}
   * @param whitening W, {@code width} rows of {@code width}, row-major, finite
   * @param prototypes 1 to {@link PrototypeDistance#MOST} rows of {@code width}, finite
   */
  public WhitenedPrototypeDistance(int width, float[] whitening, float[] prototypes) {
    if (width < 1 || width > WhitenedResidual.MOST_FEATURES) {
      throw new IllegalArgumentException(
          "whitened prototypes have 1 to %d features, got %d"
              .formatted(WhitenedResidual.MOST_FEATURES, width));
    }
    if (whitening.length != width * width) {
      throw new IllegalArgumentException(
          "the whitening matrix of %d features has %d values, got %d"
              .formatted(width, width * width, whitening.length));
    }
    PrototypeChecks.finite("whitening", whitening);
    PrototypeChecks.prototypes(width, prototypes);
    this.width = width;
    this.whitening = whitening.clone();
    this.prototypes = prototypes.clone();
    this.columns = Whitening.transposed(width, whitening);
    this.weights = Whitening.columnLengths(width, columns);
    this.whitened = new Prototypes(width, Whitening.apply(width, columns, prototypes));
    this.weighted = new Prototypes(width, weighted(prototypes, weights));
    this.all = Observed.all(width);
    this.own = null;
  }

  private WhitenedPrototypeDistance(WhitenedPrototypeDistance shared) {
    this.width = shared.width;
    this.whitening = shared.whitening;
    this.prototypes = shared.prototypes;
    this.columns = shared.columns;
    this.weights = shared.weights;
    this.whitened = shared.whitened;
    this.weighted = shared.weighted;
    this.all = shared.all;
    this.own = new Workspace(whitened, width);
  }

  private static float[] weighted(float[] rows, float[] weights) {
    float[] weighted = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      weighted[i] = rows[i] * weights[i % weights.length];
    }
    return weighted;
  }

  /** A copy of W, {@code width} rows of {@code width}. */
  public float[] whitening() {
    return whitening.clone();
  }

  /** A copy of the prototypes, one row each, in the features' units. */
  public float[] prototypes() {
    return prototypes.clone();
  }

  /** How many prototypes. */
  public int count() {
    return whitened.count();
  }

  @Override
  public ResidualKind kind() {
    return ResidualKind.WHITENED_PROTOTYPES;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public long multiplyAdds() {
    return (long) width * (whitened.count() + width);
  }

  @Override
  public ResidualScore forOneThread() {
    return new WhitenedPrototypeDistance(this);
  }

  @Override
  public double score(float[] input, float[] latent, float[] reconstruction, boolean[] observed) {
    Workspace workspace = own == null ? new Workspace(whitened, width) : own;
    int nearest = nearest(input, observed, workspace);
    return (double) workspace.distances[nearest] / Observed.count(observed, width);
  }

  @Override
  public void contributions(
      float[] input, float[] latent, float[] reconstruction, boolean[] observed, double[] into) {
    Workspace workspace = new Workspace(whitened, width);
    int nearest = nearest(input, observed, workspace);
    double[] residual = new double[width];
    for (int i = 0; i < width; i++) {
      residual[i] = observed[i] ? (double) input[i] - prototypes[nearest * width + i] : 0;
    }
    Arrays.fill(into, 0, width, 0);
    double sum = 0;
    for (int row = 0; row < width; row++) {
      double z = 0;
      for (int i = 0; i < width; i++) {
        z += whitening[row * width + i] * residual[i];
      }
      for (int i = 0; i < width; i++) {
        into[i] += whitening[row * width + i] * z * residual[i];
      }
      sum += z * z;
    }
    // Where something is missing, the distance was to a record that was filled in.
    double factor = sum > 0 ? workspace.distances[nearest] / sum : 0;
    for (int i = 0; i < width; i++) {
      into[i] *= factor;
    }
  }

  private int nearest(float[] input, boolean[] observed, Workspace workspace) {
    boolean complete = Observed.count(observed, width) == width;
    float[] record = complete ? input : filled(input, observed, workspace);
    Whitening.apply(width, columns, record, 0, workspace.point, 0);
    return whitened.nearest(workspace.point, all, 0, workspace.distances);
  }

  private float[] filled(float[] input, boolean[] observed, Workspace workspace) {
    for (int i = 0; i < width; i++) {
      workspace.point[i] = input[i] * weights[i];
    }
    int known = weighted.nearest(workspace.point, observed, 0, workspace.distances);
    for (int i = 0; i < width; i++) {
      workspace.filled[i] = observed[i] ? input[i] : prototypes[known * width + i];
    }
    return workspace.filled;
  }
}
