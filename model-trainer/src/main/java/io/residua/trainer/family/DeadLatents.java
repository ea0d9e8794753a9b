package io.residua.trainer.family;

import java.util.List;

/** Latent numbers that are the same for every record: the network has no use for them. */
final class DeadLatents {
  /** Standard deviations below this share of the largest one count as none. */
  private static final double NOTHING = 1e-3;

  private DeadLatents() {}

  /**
   * @param latent rows of {@code width} values, row-major
   * @return one sentence, or none
   */
  static List<String> of(float[] latent, int width) {
    double[] deviations = deviations(latent, width);
    double largest = 0;
    for (double deviation : deviations) {
      largest = Math.max(largest, deviation);
    }
    int dead = 0;
    for (double deviation : deviations) {
      dead += deviation <= NOTHING * largest ? 1 : 0;
    }
    return dead == 0
        ? List.of()
        : List.of(
            "%d of the %d latent numbers are the same for every record; a smaller latent vector would do"
                .formatted(dead, width));
  }

  private static double[] deviations(float[] latent, int width) {
    int rows = latent.length / width;
    double[] deviations = new double[width];
    for (int i = 0; i < width; i++) {
      double mean = 0;
      double square = 0;
      for (int row = 0; row < rows; row++) {
        double value = latent[row * width + i];
        mean += value / rows;
        square += value * value / rows;
      }
      deviations[i] = Math.sqrt(Math.max(0, square - mean * mean));
    }
    return deviations;
  }
}
