package io.residua.trainer.family;

import io.residua.detector.definition.FamilySettings;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The penalty of a contractive autoencoder (Rifai et al., "Contractive Auto-Encoders: Explicit
 * Invariance During Feature Extraction", 2011, equation 1; Bank et al., "Autoencoders", 2020,
 * equation 6): {@code λ ‖J‖² / d}, the mean over the rows of a batch, where {@code J} is the latent
 * × d matrix of the latent vector's derivatives by the input, and {@code d} the width of the input,
 * by which the squared error is divided too.
 *
 * <p>From the input to the latent vector in one layer, {@code ‖J‖² = Σⱼ a′ⱼ² Σᵢ Wᵢⱼ²} exactly
 * (Rifai et al., equation 8). Through hidden layers it is estimated without bias: {@code ‖J v‖²}
 * has the mean {@code ‖J‖²} over {@code v} of independent ±1 (Hutchinson, "A stochastic estimator
 * of the trace of the influence matrix", 1990), one v a row and step, pushed through the layers
 * beside the row. This costs as much as one more forward pass, the exact norm as many as the input
 * is wide.
 *
 * @param layers from the input to the latent vector
 * @param contraction λ
 */
record JacobianNorm(List<TrainableDense> layers, double contraction) implements LossTerm {
  /** A contractive autoencoder of a plain one. */
  static Composition added(Composition plain, FamilySettings settings) {
    List<TrainableDense> layers = new ArrayList<>(plain.denseEncoder().layers());
    layers.add(((DeterministicCode) plain.code()).layer());
    return plain.with(new JacobianNorm(layers, settings.number("contraction")));
  }

  @Override
  public Node of(Pass pass) {
    Step step = pass.step();
    Node norms = layers.size() == 1 ? exact(pass) : estimated(pass, signs(step));
    return norms.mean().scaled(contraction / step.width());
  }

  /** Rows × 1. */
  private Node exact(Pass pass) {
    TrainableDense layer = layers.get(0);
    Node sums = pass.step().tape().variable(layer.weights()).squared().columnSums();
    return pass.code().mean().slope(layer.activation()).squared().product(sums.transposed());
  }

  /** Rows × 1. */
  private Node estimated(Pass pass, Node directions) {
    Tape tape = pass.step().tape();
    Node pushed = directions;
    for (int i = 0; i < layers.size(); i++) {
      Node output = i < pass.hidden().size() ? pass.hidden().get(i) : pass.code().mean();
      TrainableDense layer = layers.get(i);
      pushed =
          pushed.product(tape.variable(layer.weights())).times(output.slope(layer.activation()));
    }
    return pushed.squared().rowSums();
  }

  private static Node signs(Step step) {
    SplittableRandom random = step.random();
    float[] signs = new float[step.rows() * step.width()];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = random.nextBoolean() ? 1f : -1f;
    }
    return step.tape().constant(step.width(), signs);
  }
}
