package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Tape;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a feature-consistent autoencoder adds to the squared error (Hou et al., "Deep Feature
 * Consistent Variational Autoencoder", 2017, equations 4 and 5; Bank et al., "Autoencoders", 2020,
 * section 5.4): {@code λ Σₗ mean((Φₗ(x) − Φₗ(x̂))²)}, where {@code Φₗ(x)}, rows × width of the
 * layer, is what hidden layer l of a fixed network makes of rows. The squared error stays, as
 * records are scored by it. What was not observed of a row is the same in both.
 *
 * @param network its weights do not change
 * @param weight λ, above 0
 */
record FeatureDistance(FeatureNetwork network, double weight) implements LossTerm {
  /** An autoencoder with this, and the stage in which the fixed network comes about. */
  static TrainableAutoencoder added(
      Composition plain, AutoencoderPlan plan, int width, SplittableRandom random) {
    FeatureNetwork network = new FeatureNetwork(width, random);
    double weight = plan.own().number("feature-weight");
    return new Staged(plain.with(new FeatureDistance(network, weight)), List.of(network.stage()));
  }

  @Override
  public Node of(Pass pass) {
    Step step = pass.step();
    Tape tape = step.tape();
    List<Node> made = network.features(tape, known(pass));
    List<Node> real = network.features(tape, step.target());
    Node sum = made.get(0).minus(real.get(0)).squared().mean();
    for (int i = 1; i < made.size(); i++) {
      sum = sum.plus(made.get(i).minus(real.get(i)).squared().mean());
    }
    return sum.scaled(weight);
  }

  /** The output where the target was observed, the target elsewhere. */
  private static Node known(Pass pass) {
    Node target = pass.step().target();
    return pass.step()
        .observed()
        .map(seen -> pass.output().minus(target).times(seen).plus(target))
        .orElse(pass.output());
  }
}
