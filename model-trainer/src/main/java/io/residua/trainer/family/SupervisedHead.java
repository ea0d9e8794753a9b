package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.detector.network.Layer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A classifier of latent vectors that learns labelled anomalies beside the decoder, which keeps the
 * encoder from serving these few alone (Bank et al., "Autoencoders", 2020, section 4.2 and figure
 * 5; Le, Patterson and White, "Supervised autoencoders: Improving generalization performance with
 * unsupervised regularizers", 2018). What it adds to the loss is {@code w (½ E ln(1 + e^l(normal))
 * + ½ E ln(1 + e^−l(anomaly)) + ‖W‖² / 4nσ²)}, where l, the head's log-odds of an anomaly, is rows
 * × 1, n the number of anomalies and σ = {@value #WEIGHT_DEVIATION}.
 *
 * <p>Both kinds weigh the same, however few anomalies there are; these are never rebuilt. The last
 * term is the logarithm of a normal prior of the head's weights W, those of its first layer in
 * deviations of the latent numbers they read, as n anomalies and as much of normal records say no
 * more than 2n likelihoods do.
 *
 * @param autoencoder whose encoder it shares
 * @param layers to the log-odds
 * @param anomalies labelled ones, at least one
 * @param corrupted whether the network sees records that are corrupted in training, of which the
 *     head then reads the originals: corrupted ones are not normal
 * @param weight w
 */
record SupervisedHead(
    Composition autoencoder,
    TrainableStack layers,
    FeatureMatrix anomalies,
    boolean corrupted,
    double weight)
    implements LossTerm {
  private static final int HIDDEN = 32;

  /**
   * Of the weights' prior: such a weight turns a hidden number from one end to the other within a
   * deviation of a latent one.
   */
  private static final double WEIGHT_DEVIATION = 3;

  /** Of more anomalies, so many are drawn for a step; as many normal records as a batch has. */
  private static final int MOST_ANOMALIES = 64;

  /**
   * An autoencoder with a head.
   *
   * @param anomalies labelled ones, of the width of the input
   */
  static Composition added(
      Composition plain, AutoencoderPlan plan, FeatureMatrix anomalies, SplittableRandom random) {
    TrainableStack layers =
        TrainableStack.of(
            List.of(plan.latent(), HIDDEN, 1), Activation.TANH, Activation.IDENTITY, random);
    boolean corrupted = plan.corruption() != Corruptor.NONE;
    return plain.with(
        new SupervisedHead(plain, layers, anomalies, corrupted, plan.own().headWeight()));
  }

  @Override
  public Node of(Pass pass) {
    Step step = pass.step();
    Tape tape = step.tape();
    Node normal = corrupted ? autoencoder.latent(tape, step.target()) : pass.code().mean();
    Node anomalous = autoencoder.latent(tape, drawn(step));
    Node missed = layers.of(tape, anomalous).scaled(-1).softplus().mean();
    Node alarmed = layers.of(tape, normal).softplus().mean();
    return missed.plus(alarmed).scaled(0.5).plus(prior(tape, normal.detached())).scaled(weight);
  }

  /**
   * @param normal latent vectors, of whose deviations the first layer's weights are measured
   */
  private Node prior(Tape tape, Node normal) {
    Node deviations =
        normal.minus(normal.columnMeans()).squared().columnMeans().squareRoot().transposed();
    Node squares = squares(tape, 0, deviations);
    for (int i = 1; i < layers.layers().size(); i++) {
      squares = squares.plus(tape.variable(layers.layers().get(i).weights()).squared().sum());
    }
    return squares.scaled(1 / (4 * anomalies.rows() * WEIGHT_DEVIATION * WEIGHT_DEVIATION));
  }

  private Node squares(Tape tape, int layer, Node units) {
    return tape.variable(layers.layers().get(layer).weights()).times(units).squared().sum();
  }

  /** All anomalies where they are few. */
  private Node drawn(Step step) {
    FeatureMatrix rows = anomalies;
    if (anomalies.rows() > MOST_ANOMALIES) {
      SplittableRandom random = step.random();
      rows =
          anomalies.select(
              IntStream.range(0, MOST_ANOMALIES)
                  .map(i -> random.nextInt(anomalies.rows()))
                  .toArray());
    }
    return step.tape().constant(rows.width(), rows.values());
  }

  @Override
  public Parameters parameters() {
    return layers.parameters();
  }

  @Override
  public Optional<List<Layer>> head() {
    return Optional.of(layers.exported());
  }
}
