package io.residua.detector.score;

import java.util.Locale;

/** The ways in which a record becomes a score, with their names in {@code network.json}. */
public enum ResidualKind {
  /** {@link MeanSquaredResidual}. */
  MEAN_SQUARED,
  /** {@link StandardisedResidual}. */
  STANDARDISED,
  /** {@link WhitenedResidual}. */
  WHITENED,
  /** {@link PrototypeDistance}. */
  PROTOTYPES,
  /** {@link WhitenedPrototypeDistance}. */
  WHITENED_PROTOTYPES,
  /** {@link LatentDensity}. */
  LATENT_DENSITY,
  /** {@link MultiScaleResidual}. */
  MULTI_SCALE,
  /** {@link ReconstructionProbability}. */
  RECONSTRUCTION_PROBABILITY,
  /** {@link CombinedScore}. */
  COMBINED,
  /** {@link SupervisedScore}. */
  SUPERVISED;

  /** The name in files: lower case, with a hyphen. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
