package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Layer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The latent vector is any function of the record and of noise, {@code z = f(x, η)} with {@code η}
 * standard normal, so that its posterior may have any form (Makhzani et al., "Adversarial
 * Autoencoders", 2016, section 2, "universal approximator posterior"). f is a hidden layer that
 * reads features and as many noises as there are latent numbers, and a linear one. The network that
 * is exported has {@code η = 0}.
 *
 * @param mixing from features and noise to as many numbers as there are features
 * @param layer from these to the latent vector
 */
record NoiseFedCode(TrainableDense mixing, TrainableDense layer) implements LatentCode {
  /** One with weights drawn. */
  static NoiseFedCode of(int features, int latent, Activation hidden, SplittableRandom random) {
    return new NoiseFedCode(
        new TrainableDense(features + latent, features, hidden, random),
        new TrainableDense(features, latent, Activation.IDENTITY, random));
  }

  @Override
  public Code draw(Step step, Node features) {
    Node noise = step.normal(features.rows(), layer.outputs());
    Node drawn = layer.of(step.tape(), mixing.of(step.tape(), features.beside(noise)));
    return Code.of(drawn);
  }

  @Override
  public Node mean(Tape tape, Node features) {
    float[] none = new float[features.rows() * layer.outputs()];
    Node silent = features.beside(tape.constant(layer.outputs(), none));
    return layer.of(tape, mixing.of(tape, silent));
  }

  @Override
  public Parameters parameters() {
    return new Parameters(mixing.parameters()).and(new Parameters(layer.parameters()));
  }

  @Override
  public List<Layer> exported() {
    return List.of(withoutNoise(), layer.exported());
  }

  private DenseLayer withoutNoise() {
    int features = mixing.inputs() - layer.outputs();
    float[] all = mixing.weights().values();
    float[] kept = Arrays.copyOf(all, features * mixing.outputs());
    float[] transposed = new float[kept.length];
    for (int input = 0; input < features; input++) {
      for (int output = 0; output < mixing.outputs(); output++) {
        transposed[output * features + input] = kept[input * mixing.outputs() + output];
      }
    }
    return new DenseLayer(
        features, mixing.outputs(), transposed, mixing.bias().values(), mixing.activation());
  }
}
