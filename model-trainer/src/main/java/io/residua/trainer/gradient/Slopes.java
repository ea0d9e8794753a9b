package io.residua.trainer.gradient;

import io.residua.detector.network.Activation;
import java.util.Arrays;

/**
 * Derivatives of activations, told from the activations' values: 1, {@code y > 0}, {@code 1 − y²}
 * and {@code y (1 − y)}.
 */
final class Slopes {
  private Slopes() {}

  static Node of(Node activated, Activation activation) {
    Node result = activated.tape().result(activated.rows(), activated.columns(), activated);
    fill(activated.values(), activation, result.values());
    return result.backward(
        () -> back(activated.values(), activation, result.gradient(), activated.gradient()));
  }

  private static void fill(float[] values, Activation activation, float[] into) {
    switch (activation) {
      case IDENTITY -> Arrays.fill(into, 1f);
      case RELU -> {
        for (int i = 0; i < into.length; i++) {
          into[i] = values[i] > 0 ? 1f : 0f;
        }
      }
      case TANH -> {
        for (int i = 0; i < into.length; i++) {
          into[i] = 1f - values[i] * values[i];
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < into.length; i++) {
          into[i] = values[i] * (1f - values[i]);
        }
      }
    }
  }

  /** By the value: the derivative of the slope of a piecewise linear function is 0. */
  private static void back(float[] values, Activation activation, float[] slope, float[] into) {
    switch (activation) {
      case IDENTITY, RELU -> {}
      case TANH -> {
        for (int i = 0; i < into.length; i++) {
          into[i] -= 2f * slope[i] * values[i];
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < into.length; i++) {
          into[i] += slope[i] * (1f - 2f * values[i]);
        }
      }
    }
  }
}
