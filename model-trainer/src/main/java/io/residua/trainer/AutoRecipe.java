package io.residua.trainer;

import io.residua.detector.definition.Family;
import io.residua.detector.definition.ModelSpec;
import io.residua.detector.definition.ModelSpec.Corruption;
import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import io.residua.detector.definition.ModelSpec.HiddenActivation;
import io.residua.detector.score.FeatureScaling;
import io.residua.detector.score.WhitenedResidual;
import io.residua.trainer.train.TrainingException;
import java.util.List;
import java.util.Optional;

/**
 * Sizes of what family {@code auto} trains: an autoencoder with swap noise, prototypes and whitened
 * prototypes, whose scores are combined.
 *
 * @param hidden width of the hidden layer on either side
 * @param latent width of the latent vector
 * @param prototypes most prototypes of either kind
 * @param whitened whether there are whitened ones
 */
record AutoRecipe(int hidden, int latent, int prototypes, boolean whitened) {
  /** Share of the features that are swapped in training. */
  private static final double SWAPPED = 0.2;

  /** From the dearest to the cheapest, which is also from the best to the worst. */
  private static final List<AutoRecipe> LADDER =
      List.of(
          new AutoRecipe(128, 64, 256, true),
          new AutoRecipe(128, 64, 256, false),
          new AutoRecipe(64, 32, 128, true),
          new AutoRecipe(64, 32, 128, false),
          new AutoRecipe(32, 16, 64, false),
          new AutoRecipe(16, 8, 32, false),
          new AutoRecipe(8, 4, 16, false));

  /**
   * The first of a fixed row of sizes that a definition can afford.
   *
   * @param width how many features
   * @param most multiply-adds of one record's score; empty for no bound
   * @throws TrainingException when none is cheap enough
   */
  static AutoRecipe of(int width, Optional<Integer> most) throws TrainingException {
    for (AutoRecipe recipe : LADDER) {
      boolean possible = !recipe.whitened || width <= WhitenedResidual.MOST_FEATURES;
      if (possible && recipe.multiplyAdds(width) <= most.orElse(Integer.MAX_VALUE)) {
        return recipe;
      }
    }
    throw new TrainingException(
        "model.max-cost: expected at least %,d, which the cheapest model of %d features takes, found %,d"
            .formatted(
                LADDER.get(LADDER.size() - 1).multiplyAdds(width),
                width,
                most.orElse(Integer.MAX_VALUE)));
  }

  /** Of one record's score, for so many features. */
  long multiplyAdds(int width) {
    long network = 2L * hidden * (width + latent);
    long residual = 2L * width;
    long plain = (long) width * (prototypes + 1);
    return network + residual + plain + (whitened ? (long) width * (prototypes + width) : 0);
  }

  /** How its prototypes are fitted, of each kind. */
  List<ScoreFit> prototypeFits(FeatureScaling scaling, long seed) {
    ScoreFit plain = new ScoreFit.OfPrototypes(false, prototypes, scaling.scale(), seed);
    ScoreFit other = new ScoreFit.OfPrototypes(true, prototypes, scaling.scale(), seed);
    return whitened ? List.of(plain, other) : List.of(plain);
  }

  /** The autoencoder's part of it, with the definition's training. */
  ModelSpec autoencoder(ModelSpec definition) {
    return new ModelSpec(
        Family.DENOISING,
        List.of(hidden),
        Optional.of(latent),
        Optional.of(HiddenActivation.RELU),
        new CorruptionSpec(Corruption.SWAP, SWAPPED),
        Optional.empty(),
        definition.training());
  }
}
