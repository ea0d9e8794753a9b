package io.residua.trainer.gradient;

import java.util.List;

/**
 * Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1, in the form of
 * its section 2 that scales the learning rate instead of both moments.
 */
public final class Adam {
  private static final float FIRST_DECAY = 0.9f;
  private static final float SECOND_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final List<Parameter> parameters;
  private final float[][] first;
  private final float[][] second;
  private int steps;

  public Adam(Parameters parameters) {
    this.parameters = parameters.all();
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
            / (1 - Math.pow(FIRST_DECAY, steps));
    for (int i = 0; i < first.length; i++) {
      move(parameters.get(i), first[i], second[i], (float) unbiased);
    }
  }

  private static void move(Parameter parameter, float[] first, float[] second, float rate) {
    float[] values = parameter.values();
    float[] gradient = parameter.gradient();
    for (int i = 0; i < values.length; i++) {
      float slope = gradient[i];
      first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * slope;
      second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * slope * slope;
      values[i] -= rate * first[i] / ((float) Math.sqrt(second[i]) + EPSILON);
    }
  }
}
