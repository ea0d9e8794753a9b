package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.List;
import java.util.SplittableRandom;

/** Puts an autoencoder together whose latent vectors a mixture of normal distributions judges. */
final class Mixture {
  /** Hidden numbers of the network that sorts records into components, as in the paper. */
  private static final int ESTIMATION = 10;

  private Mixture() {}

  static Composition of(AutoencoderPlan plan, FeatureMatrix training, SplittableRandom random) {
    MixtureSettings settings = MixtureSettings.of(plan.own());
    Composition plain = Families.plain(plan, training.width(), random);
    MixtureCode code =
        new MixtureCode(
            (DeterministicCode) plain.code(),
            TrainableStack.of(
                List.of(plan.latent() + Rebuilt.WIDTH, ESTIMATION, settings.components()),
                Activation.TANH,
                Activation.IDENTITY,
                random));
    Composition mixture =
        new Composition(plain.encoder(), code, plain.decoder(), plain.terms(), plain.rivals())
            .with(new MixtureEnergy(code, settings));
    return MixtureStart.at(mixture, training, random);
  }
}
