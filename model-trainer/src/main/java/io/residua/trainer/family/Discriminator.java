package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A small network that tells drawn rows from made ones, {@code D(x) = σ(logit(x))} (Goodfellow et
 * al., "Generative Adversarial Nets", 2014). Losses are of logits, by {@code −ln σ(l) =
 * softplus(−l)}, so that none is infinite; hidden layers are rectified, so that what is made far
 * from all that is drawn still sees a slope.
 *
 * @param layers to one logit
 */
record Discriminator(TrainableStack layers) {
  private static final int HIDDEN = 64;

  /**
   * @param width of its input
   */
  static Discriminator of(int width, SplittableRandom random) {
    return new Discriminator(
        TrainableStack.of(
            List.of(width, HIDDEN, HIDDEN, 1), Activation.RELU, Activation.IDENTITY, random));
  }

  /** One a row: above 0 for what it takes for drawn. */
  Node logits(Tape tape, Node rows) {
    return layers.of(tape, rows);
  }

  /**
   * What it minimises itself, {@code −E ln D(drawn) − E ln(1 − D(made))}; 2 ln 2 for one that
   * cannot tell them apart.
   */
  Node loss(Tape tape, Node drawn, Node made) {
    return asDrawn(tape, drawn).mean().plus(asMade(tape, made).mean());
  }

  /**
   * What one minimises whose rows are to pass for drawn, {@code −E ln D(made)}: the form whose
   * gradient does not vanish while the discriminator is sure (Goodfellow et al., section 3).
   */
  Node fooled(Tape tape, Node made) {
    return asDrawn(tape, made).mean();
  }

  /** {@code −ln D}, one a row. */
  Node asDrawn(Tape tape, Node rows) {
    return logits(tape, rows).scaled(-1).softplus();
  }

  /** {@code −ln(1 − D)}, one a row. */
  Node asMade(Tape tape, Node rows) {
    return logits(tape, rows).softplus();
  }

  /** The share of rows that it tells rightly: a half for one that cannot tell them apart. */
  double accuracy(Tape tape, Node drawn, Node made) {
    double share = above(logits(tape, drawn).values());
    return (share + 1 - above(logits(tape, made).values())) / 2;
  }

  private static double above(float[] logits) {
    double above = 0;
    for (float logit : logits) {
      above += logit > 0 ? 1.0 / logits.length : 0;
    }
    return above;
  }

  Parameters parameters() {
    return layers.parameters();
  }
}
