package io.residua.trainer.latent;

/**
 * Points of the plane. The arrays are handed out as they are: whoever reads them leaves them as
 * they are.
 *
 * @param x finite
 * @param y finite, as many
 */
public record Places(double[] x, double[] y) {
  public Places {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "expected as many x as y, got %d and %d".formatted(x.length, y.length));
    }
  }

  public int count() {
    return x.length;
  }

  /** The places of the given points, in their order; a point may come several times. */
  Places select(int[] points) {
    double[] chosenX = new double[points.length];
    double[] chosenY = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      chosenX[i] = x[points[i]];
      chosenY[i] = y[points[i]];
    }
    return new Places(chosenX, chosenY);
  }
}
