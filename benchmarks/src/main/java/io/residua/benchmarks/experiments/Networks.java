package io.residua.benchmarks.experiments;

import io.residua.detector.definition.Defaults;
import io.residua.detector.definition.Family;
import io.residua.detector.definition.ModelSpec;
import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import io.residua.detector.definition.ModelSpec.HiddenActivation;
import io.residua.detector.definition.ModelSpec.TrainingSpec;
import io.residua.detector.network.Network;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The shape of an experiment's autoencoders, whatever their family.
 *
 * @param hidden widths of the encoder's hidden layers
 * @param latent width of the latent vector
 * @param steps of the optimiser
 * @param batch rows a step
 * @param standardised whether features are standardised first
 */
record Networks(List<Integer> hidden, int latent, int steps, int batch, boolean standardised) {
  /** The same whose latent vector has another width. */
  Networks withLatent(int width) {
    return new Networks(hidden, width, steps, batch, standardised);
  }

  ModelSpec spec(Variant variant) {
    Family family = variant.family();
    ModelSpec defaults =
        new ModelSpec(
            family,
            family == Family.LINEAR ? List.of() : hidden,
            Optional.of(latent),
            family == Family.LINEAR ? Optional.empty() : Optional.of(HiddenActivation.RELU),
            new CorruptionSpec(Defaults.CORRUPTION, Defaults.CORRUPTION_LEVEL),
            Optional.empty(),
            new TrainingSpec(steps, batch, Defaults.LEARNING_RATE, Defaults.VALIDATION, 50));
    return defaults.withSettings(variant.settings());
  }

  /** Trained on nine rows of ten, in order; the others may end the training. */
  Network fit(Variant variant, FeatureMatrix rows, long seed) throws TrainingException {
    int training = rows.rows() * 9 / 10;
    FeatureMatrix rest = rows.select(IntStream.range(training, rows.rows()).toArray());
    return AutoencoderFitter.fit(
            spec(variant), rows.first(training), rest, seed, TrainingListener.SILENT)
        .network();
  }
}
