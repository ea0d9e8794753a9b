package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import java.util.List;

/**
 * Draws latent vectors towards the standard normal distribution by a discriminator that learns to
 * tell them from draws of it. What it reads has noise on it, of both kinds: two distributions with
 * the same noise are equal only where those without are, and it can no longer tell them by details
 * of no size, which records of fewer dimensions than the latent vector always have (Sønderby et
 * al., "Amortised MAP Inference for Image Super-resolution", 2017, section 3.4, "instance noise").
 *
 * @param judge reads latent vectors
 * @param weight of fooling it in the autoencoder's loss
 */
record LatentAdversary(Discriminator judge, double weight) implements LossTerm {
  /** Standard deviation of the noise: half of the prior's. */
  private static final double NOISE = 0.5;

  @Override
  public Node of(Pass pass) {
    Step step = pass.step();
    return judge.fooled(step.tape(), blurred(step, pass.code().sample())).scaled(weight);
  }

  /** What the judge learns by; the autoencoder's weights are left as they are. */
  Objective objective(Composition autoencoder) {
    return new Objective(
        judge.parameters(),
        step -> {
          Node made = autoencoder.code(step).sample().detached();
          Node drawn = prior(step, made);
          return judge.loss(step.tape(), blurred(step, drawn), blurred(step, made));
        },
        Objective.IN_A_GAME);
  }

  private static Node blurred(Step step, Node rows) {
    return rows.plus(step.normal(rows.rows(), rows.columns()).scaled(NOISE));
  }

  private static Node prior(Step step, Node like) {
    return step.normal(like.rows(), like.columns());
  }

  /** As the judge is used to read them: with noise. */
  @Override
  public List<String> warnings(Pass pass) {
    Step step = pass.step();
    Node made = pass.code().sample();
    Node drawn = blurred(step, prior(step, made));
    double accuracy = judge.accuracy(step.tape(), drawn, blurred(step, made));
    return OutrightWin.of(accuracy, "latent vectors", "draws of the prior");
  }
}
