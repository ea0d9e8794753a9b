package io.residua.trainer;

import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Locale;
import java.util.Optional;

/**
 * How often the cluster of a row, in which it has the largest share, is that of its class.
 *
 * @param rows of a known class, at least 1
 * @param right those of them that are in their class's cluster
 */
record ClassAgreement(int rows, int right) {
  /** Name of the share among a model's figures. */
  static final String METRIC = "class_accuracy";

  /**
   * Of rows that were not trained on; empty where no class is known, or there are no clusters.
   *
   * @param clusters how many of each latent vector's first numbers are shares in clusters
   */
  static Optional<ClassAgreement> of(Reconstructions made, int clusters) {
    int rows = 0;
    int right = 0;
    for (int row = 0; row < made.rows() && clusters > 0; row++) {
      int ofClass = made.inputs().classOf(row);
      if (ofClass != FeatureMatrix.UNKNOWN_CLASS) {
        rows++;
        right += cluster(made, row, clusters) == ofClass ? 1 : 0;
      }
    }
    return rows == 0 ? Optional.empty() : Optional.of(new ClassAgreement(rows, right));
  }

  private static int cluster(Reconstructions made, int row, int clusters) {
    int from = row * made.latentWidth();
    int largest = 0;
    for (int i = 1; i < clusters; i++) {
      largest = made.latents()[from + i] > made.latents()[from + largest] ? i : largest;
    }
    return largest;
  }

  double share() {
    return (double) right / rows;
  }

  String sentence() {
    return String.format(
        Locale.ROOT,
        "Clusters and classes: %,d of %,d held-out records of a known class are in its cluster (%.1f %%).",
        right,
        rows,
        100 * share());
  }
}
