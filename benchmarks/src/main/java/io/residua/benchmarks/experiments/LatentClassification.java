package io.residua.benchmarks.experiments;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.network.Network;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.Arrays;

/**
 * How well classes can be told from latent vectors (Martino, Moroni and Martinelli, "Are We Using
 * Autoencoders in a Wrong Way?", 2023, tables 1 and 3): an autoencoder is trained on nine parts of
 * ten, or as many as there are but one, and a perceptron on its latent vectors; the last part tests
 * both.
 *
 * @param data rows with classes
 * @param folds how many parts
 * @param epochs of the perceptron
 */
record LatentClassification(FeatureMatrix data, int folds, int epochs, long seed) {
  /** One row of ten is held out of an autoencoder's training, where it may end it. */
  private static final int HELD_OUT = 10;

  /** The accuracy on each part. */
  double[] accuracies(Variant variant, Networks networks) throws TrainingException {
    Folds parts = Folds.of(data.rows(), folds, seed);
    double[] accuracies = new double[folds];
    for (int fold = 0; fold < folds; fold++) {
      FeatureMatrix known = data.select(parts.training(fold));
      Standardised scaling = networks.standardised() ? Standardised.of(known) : none(known.width());
      FeatureMatrix training = scaling.apply(known);
      FeatureMatrix test = scaling.apply(data.select(parts.test(fold)));
      Network network = network(networks.spec(variant), training, seed + fold);
      Classifier classifier =
          Classifier.fit(Encoded.latent(network, training), epochs, seed + fold);
      accuracies[fold] = classifier.accuracy(Encoded.latent(network, test));
    }
    return accuracies;
  }

  private static Network network(ModelSpec spec, FeatureMatrix rows, long seed)
      throws TrainingException {
    Folds parts = Folds.of(rows.rows(), HELD_OUT, seed);
    return AutoencoderFitter.fit(
            spec,
            rows.select(parts.training(0)),
            rows.select(parts.test(0)),
            seed,
            TrainingListener.SILENT)
        .network();
  }

  private static Standardised none(int width) {
    double[] ones = new double[width];
    Arrays.fill(ones, 1);
    return new Standardised(new double[width], ones);
  }
}
