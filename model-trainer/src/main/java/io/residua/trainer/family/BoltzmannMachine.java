package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.List;

/**
 * A restricted Boltzmann machine, trained by contrastive divergence with one step (Hinton,
 * "Training Products of Experts by Minimizing Contrastive Divergence", 2002). The energy of visible
 * units v and hidden ones h is {@code B(v) + B(h) − b·v − c·h − v W h}, its free energy {@code F(v)
 * = B(v) − b·v − Σⱼ Φ((v W + c)ⱼ)}, where the mean of a unit with input a is {@code Φ′(a)}: its
 * layer's activation, so that the machine unrolls into the autoencoder as it is.
 *
 * <table>
 * <caption>Units</caption>
 * <tr><th>activation</th><th>unit</th><th>Φ(a)</th></tr>
 * <tr><td>sigmoid</td><td>0 or 1</td><td>ln(1 + eᵃ)</td></tr>
 * <tr><td>tanh</td><td>−1 or 1</td><td>ln(eᵃ + e⁻ᵃ)</td></tr>
 * <tr><td>relu</td><td>max(0, a + noise of variance sigmoid(a)) (Nair and Hinton, "Rectified Linear
 *     Units Improve Restricted Boltzmann Machines", 2010); the mean is about max(0, a)</td>
 *     <td>max(0, a)² / 2</td></tr>
 * <tr><td>identity</td><td>normal, of variance 1: for features, which are standardised, and linear
 *     latent numbers</td><td>a² / 2</td></tr>
 * </table>
 *
 * <p>Features that were not observed are taken as they were filled in.
 *
 * @param up W (visible × hidden), c and the hidden units' activation
 * @param down b and the visible units' activation; its weights are set when the machine is unrolled
 */
record BoltzmannMachine(TrainableDense up, TrainableDense down) {
  Parameters parameters() {
    return new Parameters(List.of(up.weights(), up.bias(), down.bias()));
  }

  /**
   * The mean of {@code F(v) − F(v′)}, where v′ is what one step of sampling makes of v: its
   * gradient is that of contrastive divergence, with hidden units by their means in both products.
   *
   * @param visible rows × visible
   * @return 1 × 1
   */
  Node loss(Step step, Node visible) {
    Node hidden = drawn(step, up.linear(step.tape(), visible));
    Node rebuilt = rebuilt(step.tape(), hidden).detached();
    Tape tape = step.tape();
    return freeEnergy(tape, visible).minus(freeEnergy(tape, rebuilt)).mean();
  }

  /** Rows × 1. */
  Node freeEnergy(Tape tape, Node visible) {
    Node biased = visible.product(tape.variable(down.bias()).transposed());
    Node linear = potential(up.linear(tape, visible), up.activation()).rowSums().plus(biased);
    boolean bounded =
        down.activation() == Activation.SIGMOID || down.activation() == Activation.TANH;
    return bounded ? linear.scaled(-1) : visible.squared().rowSums().scaled(0.5).minus(linear);
  }

  /** The mean of visible units given hidden ones. */
  Node rebuilt(Tape tape, Node hidden) {
    return hidden
        .affine(tape.variable(up.weights()).transposed(), tape.variable(down.bias()))
        .activated(down.activation());
  }

  private static Node potential(Node input, Activation activation) {
    return switch (activation) {
      case IDENTITY -> input.squared().scaled(0.5);
      case RELU -> input.activated(Activation.RELU).squared().scaled(0.5);
      case SIGMOID -> input.softplus();
      case TANH -> input.scaled(2).softplus().minus(input);
    };
  }

  private Node drawn(Step step, Node input) {
    Node mean = input.activated(up.activation());
    float[] values = new float[mean.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) drawn(step, input.values()[i], mean.values()[i]);
    }
    return step.tape().constant(mean.columns(), values);
  }

  private double drawn(Step step, float input, float mean) {
    return switch (up.activation()) {
      case IDENTITY -> input + step.random().nextGaussian();
      case RELU ->
          Math.max(0, input + step.random().nextGaussian() / Math.sqrt(1 + Math.exp(-input)));
      case SIGMOID -> step.random().nextDouble() < mean ? 1 : 0;
      case TANH -> step.random().nextDouble() < (1 + mean) / 2 ? 1 : -1;
    };
  }

  /** Gives the decoder layer the encoder layer's weights, transposed. */
  void unroll() {
    if (down.tied()) {
      return;
    }
    for (int i = 0; i < up.inputs(); i++) {
      for (int j = 0; j < up.outputs(); j++) {
        down.weights().values()[j * up.inputs() + i] = up.weights().values()[i * up.outputs() + j];
      }
    }
  }
}
