package io.residua.detector.score;

import io.residua.detector.network.Network;

/**
 * How a record becomes a score: by its residual, which is what the network leaves over of it or
 * what its nearest prototype does, by its latent vector, or by what the network makes of others
 * near by. Immutable and shared between threads; which one a model uses is part of the model. A
 * higher score is stranger; features that were not observed take no part.
 */
public sealed interface ResidualScore
    permits MeanSquaredResidual,
        StandardisedResidual,
        WhitenedResidual,
        PrototypeDistance,
        WhitenedPrototypeDistance,
        LatentDensity,
        MultiScaleResidual,
        ReconstructionProbability,
        CombinedScore,
        SupervisedScore {
  /** Which way it is. */
  ResidualKind kind();

  /** Width of the residual. */
  int width();

  /**
   * Checks that it can score what a network makes of a record.
   *
   * @throws IllegalArgumentException when it was fitted to a network of another shape
   */
  default void requireSuits(Network network) {
    if (network.width() != width()) {
      throw new IllegalArgumentException(
          "network and score must have one width, got %d and %d"
              .formatted(network.width(), width()));
    }
  }

  /**
   * The score of one record.
   *
   * @param input the record's features, on which a score may also depend
   * @param latent what the network's encoder made of them
   * @param reconstruction the network's output
   * @param observed which features take part; at least one
   * @return at least 0
   */
  double score(float[] input, float[] latent, float[] reconstruction, boolean[] observed);

  /**
   * What each feature contributes to the score of the same record.
   *
   * @param into receives {@code width()} values that add up to the score times the number of
   *     observed features, or are all 0 where nothing has a residual; 0 where not observed or
   *     without a residual; below 0 where a residual makes those of others less strange
   */
  void contributions(
      float[] input, float[] latent, float[] reconstruction, boolean[] observed, double[] into);

  /**
   * The same score for one thread's use, with buffers of its own: it allocates nothing for a score,
   * where the shared one may.
   */
  default ResidualScore forOneThread() {
    return this;
  }

  /** Multiply-adds of one record's score, for comparing what models cost. */
  long multiplyAdds();
}
