package io.residua.trainer.gradient;

import java.util.List;

/**
 * Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1, in the form of
 * its section 2 that scales the learning rate instead of both moments.
 */
public final class Adam {
  /** How much of the past gradients' mean stays from step to step, as in the paper. */
  public static final double MOMENTUM = 0.9;

  private static final float SECOND_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final List<Parameter> parameters;
  private final float firstDecay;
  private final float[][] first;
  private final float[][] second;
  private int steps;

  public Adam(Parameters parameters) {
    this(parameters, MOMENTUM);
  }

  /**
   * @param momentum the paper's β₁, at least 0 and below 1
   */
  public Adam(Parameters parameters, double momentum) {
    this.parameters = parameters.all();
    this.firstDecay = (float) momentum;
    this.first = moments();
    this.second = moments();
  }

  private float[][] moments() {
    return parameters.stream()
        .map(parameter -> new float[parameter.values().length])
        .toArray(float[][]::new);
  }

  /** Moves the parameters against their gradients. */
  public void step(double learningRate) {
    steps++;
    double unbiased =
        learningRate
            * Math.sqrt(1 - Math.pow(SECOND_DECAY, steps))
            / (1 - Math.pow(firstDecay, steps));
    for (int i = 0; i < first.length; i++) {
      move(parameters.get(i), first[i], second[i], (float) unbiased);
    }
  }

  private void move(Parameter parameter, float[] first, float[] second, float rate) {
    float[] values = parameter.values();
    float[] gradient = parameter.gradient();
    for (int i = 0; i < values.length; i++) {
      float slope = gradient[i];
      first[i] = firstDecay * first[i] + (1 - firstDecay) * slope;
      second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * slope * slope;
      values[i] -= rate * first[i] / ((float) Math.sqrt(second[i]) + EPSILON);
    }
  }
}
