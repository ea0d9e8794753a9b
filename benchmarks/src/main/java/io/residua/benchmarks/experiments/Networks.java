package io.residua.benchmarks.experiments;

import io.residua.detector.definition.Defaults;
import io.residua.detector.definition.Family;
import io.residua.detector.definition.ModelSpec;
import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import io.residua.detector.definition.ModelSpec.HiddenActivation;
import io.residua.detector.definition.ModelSpec.TrainingSpec;
import java.util.List;
import java.util.Optional;

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
  ModelSpec spec(Family family) {
    return new ModelSpec(
        family,
        family == Family.LINEAR ? List.of() : hidden,
        Optional.of(latent),
        family == Family.LINEAR ? Optional.empty() : Optional.of(HiddenActivation.RELU),
        new CorruptionSpec(Defaults.CORRUPTION, Defaults.CORRUPTION_LEVEL),
        Optional.empty(),
        new TrainingSpec(steps, batch, Defaults.LEARNING_RATE, Defaults.VALIDATION, 50));
  }
}
