package io.residua.trainer.gradient;

import io.residua.detector.network.Activation;
import java.util.Arrays;

/** Functions of each element, by loops that the compiler turns into vector instructions. */
final class Elements {
  private Elements() {}

  /** {@code to += from}. */
  static void add(float[] from, float[] to) {
    add(from, 0, from.length, to, 0);
  }

  static void add(float[] from, int start, int length, float[] to, int at) {
    for (int i = 0; i < length; i++) {
      to[at + i] += from[start + i];
    }
  }

  static Node linear(Node of, float factor, float summand) {
    Node result = like(of);
    for (int i = 0; i < result.values().length; i++) {
      result.values()[i] = factor * of.values()[i] + summand;
    }
    return result.backward(
        () -> {
          float[] slope = result.gradient();
          float[] into = of.gradient();
          for (int i = 0; i < slope.length; i++) {
            into[i] += factor * slope[i];
          }
        });
  }

  static Node activated(Node of, Activation activation) {
    Node result = like(of);
    float[] values = result.values();
    System.arraycopy(of.values(), 0, values, 0, values.length);
    activation.apply(values, 0, values.length);
    return result.backward(
        () -> activatedBack(activation, values, result.gradient(), of.gradient()));
  }

  /** By the function's value alone, which all of these derivatives can be told from. */
  private static void activatedBack(
      Activation activation, float[] values, float[] slope, float[] into) {
    switch (activation) {
      case IDENTITY -> add(slope, into);
      case RELU -> {
        for (int i = 0; i < slope.length; i++) {
          into[i] += values[i] > 0 ? slope[i] : 0f;
        }
      }
      case TANH -> {
        for (int i = 0; i < slope.length; i++) {
          into[i] += slope[i] * (1f - values[i] * values[i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < slope.length; i++) {
          into[i] += slope[i] * values[i] * (1f - values[i]);
        }
      }
    }
  }

  static Node exponential(Node of) {
    Node result = like(of);
    for (int i = 0; i < result.values().length; i++) {
      result.values()[i] = (float) Math.exp(of.values()[i]);
    }
    return result.backward(() -> addProduct(result.gradient(), result.values(), of.gradient()));
  }

  static Node logarithm(Node of) {
    Node result = like(of);
    for (int i = 0; i < result.values().length; i++) {
      result.values()[i] = (float) Math.log(of.values()[i]);
    }
    return result.backward(
        () -> {
          float[] slope = result.gradient();
          float[] into = of.gradient();
          for (int i = 0; i < slope.length; i++) {
            into[i] += slope[i] / of.values()[i];
          }
        });
  }

  static Node squared(Node of) {
    Node result = like(of);
    for (int i = 0; i < result.values().length; i++) {
      result.values()[i] = of.values()[i] * of.values()[i];
    }
    return result.backward(
        () -> {
          float[] slope = result.gradient();
          float[] into = of.gradient();
          for (int i = 0; i < slope.length; i++) {
            into[i] += 2f * slope[i] * of.values()[i];
          }
        });
  }

  static Node squareRoot(Node of) {
    Node result = like(of);
    for (int i = 0; i < result.values().length; i++) {
      result.values()[i] = (float) Math.sqrt(of.values()[i]);
    }
    return result.backward(
        () -> {
          float[] slope = result.gradient();
          float[] into = of.gradient();
          for (int i = 0; i < slope.length; i++) {
            into[i] += 0.5f * slope[i] / result.values()[i];
          }
        });
  }

  static Node absolute(Node of) {
    Node result = like(of);
    for (int i = 0; i < result.values().length; i++) {
      result.values()[i] = Math.abs(of.values()[i]);
    }
    return result.backward(
        () -> {
          float[] slope = result.gradient();
          float[] into = of.gradient();
          for (int i = 0; i < slope.length; i++) {
            into[i] += slope[i] * Math.signum(of.values()[i]);
          }
        });
  }

  /** As {@code max(x, 0) + ln(1 + e^−|x|)}, which does not overflow. */
  static Node softplus(Node of) {
    Node result = like(of);
    for (int i = 0; i < result.values().length; i++) {
      float x = of.values()[i];
      result.values()[i] = (float) (Math.max(x, 0f) + Math.log1p(Math.exp(-Math.abs(x))));
    }
    return result.backward(
        () -> {
          float[] slope = result.gradient();
          float[] into = of.gradient();
          for (int i = 0; i < slope.length; i++) {
            into[i] += slope[i] * (float) (1 / (1 + Math.exp(-of.values()[i])));
          }
        });
  }

  static Node atLeast(Node of, float bound) {
    Node result = like(of);
    for (int i = 0; i < result.values().length; i++) {
      result.values()[i] = Math.max(bound, of.values()[i]);
    }
    return result.backward(
        () -> {
          float[] slope = result.gradient();
          float[] into = of.gradient();
          for (int i = 0; i < slope.length; i++) {
            into[i] += of.values()[i] > bound ? slope[i] : 0f;
          }
        });
  }

  /** Scale by scale, so that each loop is one of vector instructions. */
  static Node inverseMultiquadrics(Node of, float[] scales) {
    Node result = like(of);
    float[] x = of.values();
    float[] values = result.values();
    Arrays.fill(values, 0f);
    for (float scale : scales) {
      for (int i = 0; i < x.length; i++) {
        values[i] += scale / (scale + x[i]);
      }
    }
    return result.backward(
        () -> {
          float[] slope = result.gradient();
          float[] into = of.gradient();
          for (float scale : scales) {
            for (int i = 0; i < x.length; i++) {
              float sum = scale + x[i];
              into[i] -= slope[i] * scale / (sum * sum);
            }
          }
        });
  }

  private static void addProduct(float[] left, float[] right, float[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] += left[i] * right[i];
    }
  }

  private static Node like(Node of) {
    return of.tape().result(of.rows(), of.columns(), of);
  }
}
