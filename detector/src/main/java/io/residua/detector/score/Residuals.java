package io.residua.detector.score;

/**
 * What the network left over on normal records, for fitting. Borrows its arrays and only reads
 * them.
 *
 * @param width features a row
 * @param inputs rows of {@code width} features, row-major
 * @param reconstructions what the network made of them
 * @param observed which features took part
 */
record Residuals(int width, float[] inputs, float[] reconstructions, boolean[] observed) {
  Residuals {
    if (width < 1) {
      throw new IllegalArgumentException("a residual has at least one feature, got " + width);
    }
    if (inputs.length == 0 || inputs.length % width != 0) {
      throw new IllegalArgumentException(
          "expected at least one whole row of %d features, got %d values"
              .formatted(width, inputs.length));
    }
    if (reconstructions.length != inputs.length || observed.length != inputs.length) {
      throw new IllegalArgumentException(
          "inputs, reconstructions and observed must have one length, got %d, %d and %d"
              .formatted(inputs.length, reconstructions.length, observed.length));
    }
  }

  int rows() {
    return inputs.length / width;
  }

  boolean observed(int row, int feature) {
    return observed[row * width + feature];
  }

  /** 0 where the feature was not observed. */
  double get(int row, int feature) {
    int at = row * width + feature;
    return observed[at] ? (double) inputs[at] - reconstructions[at] : 0;
  }
}
