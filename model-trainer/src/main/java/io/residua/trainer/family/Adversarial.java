package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Adversarial autoencoders (Makhzani et al., "Adversarial Autoencoders", 2016): the squared error,
 * and a discriminator that tells latent vectors from draws of the prior until it cannot any more.
 * The encoder learns from both at once and not by turns, as in the paper: one optimiser then weighs
 * the two, instead of stepping as far for a gradient that has faded. Where the data name classes,
 * each has a region of the prior (section 2.3).
 */
final class Adversarial {
  private Adversarial() {}

  static Composition of(AutoencoderPlan plan, FeatureMatrix training, SplittableRandom random) {
    int width = training.width();
    LatentPrior prior =
        training.classified()
            ? new ClassRegions(training.classCount())
            : LatentPrior.STANDARD_NORMAL;
    int told = training.classified() ? training.classCount() + 1 : 0;
    Composition autoencoder =
        new Composition(
            Families.encoder(plan, width, random),
            code(plan, plan.featureWidth(width), random),
            Families.decoder(plan, width, random),
            List.of(new SquaredError()),
            List.of());
    Discriminator judge = Discriminator.of(plan.latent() + told, random);
    LatentAdversary adversary = new LatentAdversary(judge, prior, 1);
    return autoencoder.with(adversary).against(adversary.objective(autoencoder));
  }

  private static LatentCode code(AutoencoderPlan plan, int features, SplittableRandom random) {
    int latent = plan.latent();
    return switch (AdversarialSettings.of(plan.own()).posterior()) {
      case DETERMINISTIC ->
          new DeterministicCode(new TrainableDense(features, latent, Activation.IDENTITY, random));
      case GAUSSIAN -> GaussianCode.of(features, latent, 1, random);
      case NOISE -> NoiseFedCode.of(features, latent, plan.hiddenActivation(), random);
    };
  }
}
