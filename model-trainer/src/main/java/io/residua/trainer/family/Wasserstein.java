package io.residua.trainer.family;

import java.util.SplittableRandom;

/**
 * Wasserstein autoencoders: the squared error plus λ times a divergence of the latent vectors'
 * distribution from the prior, which bounds the Wasserstein distance of what the decoder makes of
 * draws of the prior from the records (Tolstikhin et al., "Wasserstein Auto-Encoders", 2018,
 * theorem 1 and algorithms 1 and 2).
 */
final class Wasserstein {
  private Wasserstein() {}

  static Composition of(AutoencoderPlan plan, int width, SplittableRandom random) {
    WassersteinSettings settings = WassersteinSettings.of(plan.own());
    Composition plain = Families.plain(plan, width, random);
    return switch (settings.divergence()) {
      case MMD -> plain.with(new MeanDiscrepancy(settings.weight()));
      case DISCRIMINATOR -> {
        Discriminator judge = Discriminator.of(plan.latent(), random);
        LatentAdversary adversary =
            new LatentAdversary(judge, LatentPrior.STANDARD_NORMAL, settings.weightOfFooling());
        yield plain.with(adversary).against(adversary.objective(plain));
      }
    };
  }
}
