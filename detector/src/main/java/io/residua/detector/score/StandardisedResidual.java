package io.residua.detector.score;

/**
 * The mean, over the observed features, of the squared residual in units of its feature's usual
 * residual: {@code mean ((x − x̂) / s)²}. A feature that the network rebuilds well on normal
 * records counts as much as one that it rebuilds badly. About 1 for a normal record.
 */
public final class StandardisedResidual implements ResidualScore {
  private final float[] scale;
  private final float[] weight;

  /**
   * @param scale s, each feature's root mean squared residual on normal records, above 0
   */
  public StandardisedResidual(float[] scale) {
    if (scale.length == 0) {
      throw new IllegalArgumentException("a residual has at least one feature, got 0");
    }
    this.scale = scale.clone();
    this.weight = Scales.inverse("scale", scale);
  }

  /** A copy of the scales, one a feature. */
  public float[] scale() {
    return scale.clone();
  }

  @Override
  public ResidualKind kind() {
    return ResidualKind.STANDARDISED;
  }

  @Override
  public int width() {
    return scale.length;
  }

  @Override
  public long multiplyAdds() {
    return 2L * width();
  }

  @Override
  public double score(float[] input, float[] latent, float[] reconstruction, boolean[] observed) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < weight.length; i++) {
      if (observed[i]) {
        double residual = (input[i] - reconstruction[i]) * weight[i];
        sum += residual * residual;
        count++;
      }
    }
    return sum / count;
  }

  @Override
  public void contributions(
      float[] input, float[] latent, float[] reconstruction, boolean[] observed, double[] into) {
    for (int i = 0; i < weight.length; i++) {
      double residual = observed[i] ? (input[i] - reconstruction[i]) * weight[i] : 0;
      into[i] = residual * residual;
    }
  }
}
