package io.residua.benchmarks.experiments;

import io.residua.trainer.matrix.FeatureMatrix;

/**
 * Features with mean 0 and standard deviation 1 on the rows that it was fitted to; a constant one
 * becomes 0.
 *
 * @param mean of each feature
 * @param deviation of each feature, 1 where it is constant
 */
record Standardised(double[] mean, double[] deviation) {
  static Standardised of(FeatureMatrix rows) {
    int width = rows.width();
    double[] mean = new double[width];
    double[] deviation = new double[width];
    for (int i = 0; i < rows.values().length; i++) {
      mean[i % width] += rows.values()[i] / (double) rows.rows();
    }
    for (int i = 0; i < rows.values().length; i++) {
      double residual = rows.values()[i] - mean[i % width];
      deviation[i % width] += residual * residual / rows.rows();
    }
    for (int i = 0; i < width; i++) {
      deviation[i] = deviation[i] > 1e-12 ? Math.sqrt(deviation[i]) : 1;
    }
    return new Standardised(mean, deviation);
  }

  FeatureMatrix apply(FeatureMatrix rows) {
    float[] values = new float[rows.values().length];
    for (int i = 0; i < values.length; i++) {
      int column = i % mean.length;
      values[i] = (float) ((rows.values()[i] - mean[column]) / deviation[column]);
    }
    return rows.withValues(values);
  }
}
