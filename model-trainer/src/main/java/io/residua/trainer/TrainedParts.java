package io.residua.trainer;

import io.residua.detector.bundle.ModelPart;
import io.residua.detector.bundle.ModelParts;
import io.residua.trainer.train.FittedAutoencoder;
import java.util.List;

/**
 * Every part of a model, trained and calibrated, and what they make of the held-out rows.
 *
 * @param model the parts
 * @param autoencoder the global one's, with its history and settings
 * @param scores one for each held-out row, by the part that the row belongs to, as the job will
 *     smooth it
 * @param heldOut what the rows' networks make of them
 * @param groups the held-out rows of each part, the global one's last
 * @param comparison what the global one was compared with
 */
record TrainedParts(
    ModelParts model,
    FittedAutoencoder autoencoder,
    double[] scores,
    Reconstructions heldOut,
    List<Group> groups,
    Comparison comparison) {

  /** A part and which of the held-out rows are its own. */
  record Group(ModelPart part, int[] rows) {
    static double[] pick(double[] values, int[] rows) {
      double[] picked = new double[rows.length];
      for (int i = 0; i < picked.length; i++) {
        picked[i] = values[rows[i]];
      }
      return picked;
    }
  }
}
