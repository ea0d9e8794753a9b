package io.residua.trainer.family;

import io.residua.trainer.matrix.FeatureMatrix;
import java.util.List;
import java.util.SplittableRandom;

/** Families with a {@link GaussianCode}, and a bound of the likelihood instead of an error. */
final class Variational {
  private Variational() {}

  /** By the {@link Elbo}. */
  static Composition of(AutoencoderPlan plan, FeatureMatrix training, SplittableRandom random) {
    double beta = VariationalSettings.of(plan.own()).beta();
    Elbo bound = new Elbo(GaussianLikelihood.of(training), beta);
    return composition(plan, training.width(), 1, "a lower beta", bound, random);
  }

  /** By the {@link ImportanceWeightedBound}. */
  static Composition importanceWeighted(
      AutoencoderPlan plan, FeatureMatrix training, SplittableRandom random) {
    int samples = ImportanceWeightedSettings.of(plan.own()).samples();
    LossTerm bound = new ImportanceWeightedBound(GaussianLikelihood.of(training));
    return composition(plan, training.width(), samples, "more samples", bound, random);
  }

  private static Composition composition(
      AutoencoderPlan plan,
      int width,
      int samples,
      String remedy,
      LossTerm bound,
      SplittableRandom random) {
    return new Composition(
        Families.encoder(plan, width, random),
        GaussianCode.of(plan.featureWidth(width), plan.latent(), samples, remedy, random),
        Families.decoder(plan, width, random),
        List.of(bound),
        List.of());
  }
}
