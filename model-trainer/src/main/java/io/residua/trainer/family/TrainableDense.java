package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameter;
import io.residua.trainer.gradient.Tape;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A dense layer in training: {@code activation(x W + b)}. Weights begin uniform in ±1/√inputs
 * (LeCun et al., "Efficient BackProp", 1998), the bias at 0.
 */
public final class TrainableDense {
  private final Parameter weights;
  private final Parameter bias;
  private final Activation activation;
  private final boolean tied;

  /** 1 for weights that there are, 0 for those that stay 0; null where all are. */
  private final float[] mask;

  public TrainableDense(int inputs, int outputs, Activation activation, SplittableRandom random) {
    double bound = 1 / Math.sqrt(inputs);
    this.weights = Parameter.drawn(inputs, outputs, () -> bound * (2 * random.nextDouble() - 1));
    this.bias = Parameter.zeros(1, outputs);
    this.activation = activation;
    this.tied = false;
    this.mask = null;
  }

  private TrainableDense(TrainableDense whole, float[] mask) {
    this.weights = whole.weights;
    this.bias = whole.bias;
    this.activation = whole.activation;
    this.tied = false;
    this.mask = mask;
    for (int i = 0; i < mask.length; i++) {
      weights.values()[i] *= mask[i];
    }
  }

  private TrainableDense(TrainableDense mirrored, Activation activation) {
    this.weights = mirrored.weights;
    this.bias = Parameter.zeros(1, mirrored.inputs());
    this.activation = activation;
    this.tied = true;
    this.mask = null;
  }

  /**
   * The same weights, of which some are 0 and stay it.
   *
   * @param kept 1 for those that may be something else, else 0; inputs × outputs
   */
  TrainableDense masked(float[] kept) {
    if (tied || kept.length != weights.values().length) {
      throw new IllegalArgumentException(
          "expected a mask of %d weights of its own, got %d"
              .formatted(weights.values().length, kept.length));
    }
    return new TrainableDense(this, kept.clone());
  }

  /**
   * The way back: {@code activation(x Wᵀ + b)}, with this layer's weights and a bias of its own.
   */
  public TrainableDense mirrored(Activation ofMirror) {
    if (tied || mask != null) {
      throw new IllegalStateException("neither a mirror nor a masked layer is mirrored");
    }
    return new TrainableDense(this, ofMirror);
  }

  /**
   * @param input m × inputs
   * @return m × outputs
   */
  public Node of(Tape tape, Node input) {
    return linear(tape, input).activated(activation);
  }

  /** Before the activation. */
  public Node linear(Tape tape, Node input) {
    Node all = tape.variable(weights);
    Node read = mask == null ? all : all.times(tape.constant(outputs(), mask));
    return input.affine(tied ? read.transposed() : read, tape.variable(bias));
  }

  /** Whether it has the weights of another layer, transposed. */
  public boolean tied() {
    return tied;
  }

  /** Inputs × outputs; outputs × inputs of a mirror, whose weights are the other layer's. */
  public Parameter weights() {
    return weights;
  }

  /** 1 × outputs. */
  public Parameter bias() {
    return bias;
  }

  public Activation activation() {
    return activation;
  }

  public int inputs() {
    return tied ? weights.columns() : weights.rows();
  }

  public int outputs() {
    return tied ? weights.rows() : weights.columns();
  }

  /** Those of its own. */
  public List<Parameter> parameters() {
    return tied ? List.of(bias) : List.of(weights, bias);
  }

  /** This layer as data, whose weights are outputs × inputs. */
  public DenseLayer exported() {
    if (tied) {
      return new DenseLayer(inputs(), outputs(), weights.values(), bias.values(), activation);
    }
    float[] transposed = new float[weights.values().length];
    for (int input = 0; input < inputs(); input++) {
      for (int output = 0; output < outputs(); output++) {
        transposed[output * inputs() + input] = weights.values()[input * outputs() + output];
      }
    }
    return new DenseLayer(inputs(), outputs(), transposed, bias.values(), activation);
  }
}
