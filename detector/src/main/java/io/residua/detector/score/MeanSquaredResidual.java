package io.residua.detector.score;

/**
 * The mean of the squared residual over the observed features: the reconstruction error that
 * training minimises.
 *
 * @param width of the residual, at least 1
 */
public record MeanSquaredResidual(int width) implements ResidualScore {
  public MeanSquaredResidual {
    if (width < 1) {
      throw new IllegalArgumentException("a residual has at least one feature, got " + width);
    }
  }

  @Override
  public ResidualKind kind() {
    return ResidualKind.MEAN_SQUARED;
  }

  @Override
  public long multiplyAdds() {
    return width;
  }

  @Override
  public double score(float[] input, float[] latent, float[] reconstruction, boolean[] observed) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < width; i++) {
      if (observed[i]) {
        double residual = input[i] - reconstruction[i];
        sum += residual * residual;
        count++;
      }
    }
    return sum / count;
  }

  @Override
  public void contributions(
      float[] input, float[] latent, float[] reconstruction, boolean[] observed, double[] into) {
    for (int i = 0; i < width; i++) {
      double residual = observed[i] ? input[i] - reconstruction[i] : 0;
      into[i] = residual * residual;
    }
  }
}
