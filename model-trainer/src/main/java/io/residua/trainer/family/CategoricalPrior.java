package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Arrays;

/**
 * A record is of one cluster: draws have a 1 and zeros (Makhzani et al., "Adversarial
 * Autoencoders", 2016, sections 2.4 and 5, "Cat(y)"). Clusters are as frequent as each other, as in
 * the paper, but for those of classes: these have the frequencies of the training rows whose class
 * is known, with one row more of each, in the part of the clusters that they are.
 */
final class CategoricalPrior implements LatentPrior {
  private final float[] shares;
  private final int classes;

  private CategoricalPrior(float[] shares, int classes) {
    this.shares = shares;
    this.classes = classes;
  }

  /**
   * @param clusters how many, at least as many as the training rows' classes
   */
  static CategoricalPrior of(int clusters, FeatureMatrix training) {
    int classes = training.classCount();
    if (classes > clusters) {
      throw new IllegalArgumentException(
          "expected at most %d classes, got %d".formatted(clusters, classes));
    }
    float[] shares = new float[clusters];
    Arrays.fill(shares, 1f / clusters);
    if (classes > 0) {
      double[] rows = rows(classes, training);
      double all = Arrays.stream(rows).sum();
      for (int i = 0; i < classes; i++) {
        shares[i] = (float) (rows[i] / all * classes / clusters);
      }
    }
    return new CategoricalPrior(shares, classes);
  }

  private static double[] rows(int classes, FeatureMatrix training) {
    double[] rows = new double[classes];
    Arrays.fill(rows, 1);
    for (int row = 0; row < training.rows(); row++) {
      if (training.classOf(row) != FeatureMatrix.UNKNOWN_CLASS) {
        rows[training.classOf(row)]++;
      }
    }
    return rows;
  }

  /** How frequent each cluster is, together 1; a copy. */
  float[] shares() {
    return shares.clone();
  }

  int clusters() {
    return shares.length;
  }

  /** How many of the clusters, the first ones, are classes. */
  int classes() {
    return classes;
  }

  /** The root mean square of that of each cluster's share, which is 1 or 0. */
  @Override
  public double deviation() {
    double variance = 0;
    for (float share : shares) {
      variance += share * (1.0 - share) / shares.length;
    }
    return Math.sqrt(variance);
  }

  @Override
  public Node draw(Step step, int rows, int clusters) {
    float[] drawn = new float[rows * clusters];
    for (int row = 0; row < rows; row++) {
      drawn[row * clusters + cluster(step.random().nextDouble())] = 1;
    }
    return step.tape().constant(clusters, drawn);
  }

  private int cluster(double uniform) {
    double below = 0;
    for (int cluster = 0; cluster < shares.length - 1; cluster++) {
      below += shares[cluster];
      if (uniform < below) {
        return cluster;
      }
    }
    return shares.length - 1;
  }
}
