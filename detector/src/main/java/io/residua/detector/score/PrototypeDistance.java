package io.residua.detector.score;

import java.util.Arrays;

/**
 * The squared distance to the nearest prototype, each feature in its own scale, over the number of
 * observed features: {@code min over k of mean ((x − c_k) / s)²}. What an autoencoder leaves over
 * that encodes a record as its nearest prototype; the network's reconstruction takes no part.
 *
 * <p>Scoring costs {@code prototypes × width} multiply-adds, however many rows were trained on.
 */
public final class PrototypeDistance implements ResidualScore {
  /** Most prototypes. */
  public static final int MOST = 4096;

  private final int width;
  private final float[] scale;
  private final float[] prototypes;
  private final Prototypes scaled;
  private final float[] point;
  private final float[] distances;

  /**
   * @param scale s, above 0, one a feature
   * @param prototypes 1 to {@link #MOST} rows, each of one value a feature, row-major, finite
   */
  public PrototypeDistance(float[] scale, float[] prototypes) {
    this.width = scale.length;
    PrototypeChecks.scale(scale);
    PrototypeChecks.prototypes(width, prototypes);
    this.scale = scale.clone();
    this.prototypes = prototypes.clone();
    this.scaled = new Prototypes(width, divided(this.prototypes, this.scale));
    this.point = null;
    this.distances = null;
  }

  private PrototypeDistance(PrototypeDistance shared) {
    this.width = shared.width;
    this.scale = shared.scale;
    this.prototypes = shared.prototypes;
    this.scaled = shared.scaled;
    this.point = new float[width];
    this.distances = scaled.newDistances();
  }

  private static float[] divided(float[] rows, float[] scale) {
    float[] divided = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      divided[i] = rows[i] / scale[i % scale.length];
    }
    return divided;
  }

  /** A copy of the scales, one a feature. */
  public float[] scale() {
    return scale.clone();
  }

  /** A copy of the prototypes, one row each, in the features' units. */
  public float[] prototypes() {
    return prototypes.clone();
  }

  /** How many prototypes. */
  public int count() {
    return scaled.count();
  }

  @Override
  public ResidualKind kind() {
    return ResidualKind.PROTOTYPES;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public long multiplyAdds() {
    return (long) width * scaled.count() + width;
  }

  @Override
  public ResidualScore forOneThread() {
    return new PrototypeDistance(this);
  }

  @Override
  public double score(float[] input, float[] latent, float[] reconstruction, boolean[] observed) {
    float[] workspace = distances == null ? scaled.newDistances() : distances;
    int nearest = nearest(input, observed, workspace);
    return (double) workspace[nearest] / Observed.count(observed, width);
  }

  @Override
  public void contributions(
      float[] input, float[] latent, float[] reconstruction, boolean[] observed, double[] into) {
    Arrays.fill(into, 0, width, 0);
    int nearest = nearest(input, observed, scaled.newDistances());
    for (int i = 0; i < width; i++) {
      if (observed[i]) {
        double residual = input[i] / scale[i] - scaled.coordinate(nearest, i);
        into[i] = residual * residual;
      }
    }
  }

  private int nearest(float[] input, boolean[] observed, float[] workspace) {
    float[] to = point == null ? new float[width] : point;
    for (int i = 0; i < width; i++) {
      to[i] = input[i] / scale[i];
    }
    return scaled.nearest(to, observed, 0, workspace);
  }
}
