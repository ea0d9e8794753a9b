package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A network in whose hidden layers records are compared. For images one takes a classifier that was
 * trained on millions of others; records of a table have none, as no two tables have the same
 * columns. So this one learns from the rows alone to tell them from rows in which half of the
 * features come from other rows: the features of both have the same distributions, and what it must
 * look at is which values belong together, which is what a reconstruction is to keep (an
 * unsupervised task of Shi and Horvath, "Unsupervised Learning With Random Forest Predictors",
 * 2006).
 */
final class FeatureNetwork {
  private static final List<Integer> HIDDEN = List.of(64, 32);
  private static final double SWAPPED = 0.5;

  private final TrainableStack hidden;
  private final TrainableDense verdict;
  private final Corruptor swap = Corruptor.swap(SWAPPED);

  /**
   * @param width of a row
   */
  FeatureNetwork(int width, SplittableRandom random) {
    List<Integer> widths = new ArrayList<>();
    widths.add(width);
    widths.addAll(HIDDEN);
    this.hidden = TrainableStack.of(widths, Activation.TANH, Activation.TANH, random);
    this.verdict = new TrainableDense(HIDDEN.get(1), 1, Activation.IDENTITY, random);
  }

  Parameters parameters() {
    return hidden.parameters().and(new Parameters(verdict.parameters()));
  }

  /** Its own training, before the autoencoder's. */
  Stage stage() {
    return new Stage(
        "network that tells rows from mixed ones",
        new Objective(parameters(), this::loss),
        () -> {});
  }

  /** The cross entropy of telling a batch from the same one with features swapped. */
  Node loss(Step step) {
    Node rows = step.target();
    float[] mixed = new float[rows.values().length];
    swap.corrupt(rows.values(), rows.columns(), mixed, step.random());
    Node real = logit(step.tape(), rows).scaled(-1).softplus().mean();
    return real.plus(
        logit(step.tape(), step.tape().constant(rows.columns(), mixed)).softplus().mean());
  }

  /** Of being a row as it was; rows × 1. */
  private Node logit(Tape tape, Node rows) {
    return verdict.of(tape, hidden.of(tape, rows));
  }

  /** Every hidden layer's output; this network's weights get no gradients. */
  List<Node> features(Tape tape, Node rows) {
    List<Node> features = new ArrayList<>();
    Node current = rows;
    for (TrainableDense layer : hidden.layers()) {
      Node weights = tape.constant(layer.outputs(), layer.weights().values());
      Node bias = tape.constant(layer.outputs(), layer.bias().values());
      current = current.affine(weights, bias).activated(layer.activation());
      features.add(current);
    }
    return features;
  }
}
