package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Autoencoders whose decoder has the encoder's weights, transposed: what the encoder makes small
 * comes out small.
 */
final class Tied {
  private Tied() {}

  /** Deterministic code, squared error, nothing added. */
  static Composition plain(AutoencoderPlan plan, int width, SplittableRandom random) {
    TrainableStack encoder = Families.stack(width, plan, random);
    TrainableDense latent =
        new TrainableDense(
            plan.featureWidth(width), plan.latent(), plan.latentActivation(), random);
    List<TrainableDense> mirrors = new ArrayList<>();
    TrainableDense mirrored = latent;
    for (int i = plan.hidden().size() - 1; i >= 0; i--) {
      mirrors.add(mirrored.mirrored(plan.hiddenActivation()));
      mirrored = encoder.layers().get(i);
    }
    mirrors.add(mirrored.mirrored(Activation.IDENTITY));
    return new Composition(
        encoder,
        new DeterministicCode(latent),
        new TrainableStack(mirrors),
        List.of(new SquaredError()),
        List.of());
  }
}
