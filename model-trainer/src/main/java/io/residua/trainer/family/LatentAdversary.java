package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import java.util.List;

/**
 * Draws latent vectors towards a prior by a discriminator that learns to tell them from draws of
 * it. What it reads has noise on it, of both kinds: two distributions with the same noise are equal
 * only where those without are, and it can no longer tell them by details of no size, which records
 * of fewer dimensions than the latent vector always have (Sønderby et al., "Amortised MAP Inference
 * for Image Super-resolution", 2017, "instance noise").
 *
 * @param judge reads latent numbers, and what the prior tells of them
 * @param prior what they are to be distributed like
 * @param weight of fooling it in the autoencoder's loss
 * @param part which numbers of a latent vector it reads
 */
record LatentAdversary(Discriminator judge, LatentPrior prior, double weight, Part part)
    implements LossTerm {
  /** Standard deviation of the noise, as a share of the prior's. */
  private static final double NOISE = 0.5;

  /** One that reads whole latent vectors. */
  LatentAdversary(Discriminator judge, LatentPrior prior, double weight) {
    this(judge, prior, weight, Part.ALL);
  }

  /**
   * Consecutive numbers of a latent vector.
   *
   * @param from the first one
   * @param to the one after the last
   * @param name of them in warnings
   */
  record Part(int from, int to, String name) {
    static final Part ALL = new Part(0, Integer.MAX_VALUE, "latent vectors");

    Node of(Code code) {
      Node sample = code.sample();
      return from == 0 && to >= sample.columns() ? sample : sample.columns(from, to);
    }
  }

  @Override
  public Node of(Pass pass) {
    Step step = pass.step();
    Node made = blurred(step, part.of(pass.code()));
    return mean(step, judge.asDrawn(step.tape(), made)).scaled(weight);
  }

  /** What the judge learns by; the autoencoder's weights are left as they are. */
  Objective objective(Composition autoencoder) {
    return new Objective(
        judge.parameters(),
        step -> {
          Node made = part.of(autoencoder.code(step)).detached();
          Node drawn = drawn(step, made);
          Node loss = mean(step, judge.asDrawn(step.tape(), blurred(step, drawn)));
          return loss.plus(mean(step, judge.asMade(step.tape(), blurred(step, made))));
        },
        Objective.IN_A_GAME);
  }

  /**
   * @param losses one a row
   */
  private Node mean(Step step, Node losses) {
    return prior
        .weights(step)
        .map(weights -> losses.times(weights).sum().over(weights.sum().atLeast(1)))
        .orElseGet(losses::mean);
  }

  private Node blurred(Step step, Node rows) {
    Node blurred =
        rows.plus(step.normal(rows.rows(), rows.columns()).scaled(NOISE * prior.deviation()));
    return prior.labels(step).map(blurred::beside).orElse(blurred);
  }

  private Node drawn(Step step, Node like) {
    return prior.draw(step, like.rows(), like.columns());
  }

  /** As the judge is used to read them: with noise. */
  @Override
  public List<String> warnings(Pass pass) {
    Step step = pass.step();
    Node made = part.of(pass.code());
    Node drawn = blurred(step, drawn(step, made));
    double accuracy = judge.accuracy(step.tape(), drawn, blurred(step, made));
    return OutrightWin.of(accuracy, part.name(), "draws of the prior");
  }
}
