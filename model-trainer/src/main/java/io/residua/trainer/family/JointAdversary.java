package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import java.util.List;

/**
 * A discriminator of pairs: records with their latent vectors, {@code (x, E(x))}, against draws of
 * the prior with what the decoder makes of them, {@code (G(z), z)}. Where it cannot tell them
 * apart, encoder and decoder are each other's inverse (Donahue, Krähenbühl and Darrell,
 * "Adversarial Feature Learning", 2017, theorem 2; Dumoulin et al., "Adversarially Learned
 * Inference", 2017). As {@link LatentAdversary}'s, it reads both with noise.
 *
 * @param judge reads a record and a latent vector side by side
 * @param decoder G
 */
record JointAdversary(Discriminator judge, TrainableStack decoder) implements LossTerm {
  /** Standard deviation of the noise, of the prior's and the features'. */
  private static final double NOISE = 0.5;

  /** {@code −E ln(1 − D(x, E(x))) − E ln D(G(z), z)}: each side passes for the other. */
  @Override
  public Node of(Pass pass) {
    Step step = pass.step();
    Node encoded = blurred(step, step.input().beside(pass.code().sample()));
    Node encoding = judge.asMade(step.tape(), encoded).mean();
    return encoding.plus(judge.fooled(step.tape(), decoded(step, pass.code().sample())));
  }

  /** What the judge learns by; the autoencoder's weights are left as they are. */
  Objective objective(Composition autoencoder) {
    return new Objective(
        judge.parameters(),
        step -> {
          Node latent = autoencoder.code(step).sample();
          Node encoded = blurred(step, step.input().beside(latent)).detached();
          return judge.loss(step.tape(), encoded, decoded(step, latent).detached());
        },
        Objective.IN_A_GAME);
  }

  /** {@code (G(z), z)} of draws of the prior, as many as there are latent vectors. */
  private Node decoded(Step step, Node latent) {
    Node drawn = step.normal(latent.rows(), latent.columns());
    return blurred(step, decoder.of(step.tape(), drawn).beside(drawn));
  }

  private static Node blurred(Step step, Node pairs) {
    return pairs.plus(step.normal(pairs.rows(), pairs.columns()).scaled(NOISE));
  }

  @Override
  public List<String> warnings(Pass pass) {
    return OutrightWin.of(accuracy(pass), "encoded records", "decoded draws of the prior");
  }

  /** The share of pairs that the judge tells rightly. */
  double accuracy(Pass pass) {
    Step step = pass.step();
    Node latent = pass.code().sample();
    Node encoded = blurred(step, step.input().beside(latent));
    return judge.accuracy(step.tape(), encoded, decoded(step, latent));
  }
}
