package io.residua.trainer.gradient;

import java.util.Arrays;

/** Sums along rows, columns or both. */
final class Sums {
  private Sums() {}

  /** Added up in double precision: a batch has many thousands of values. */
  static Node all(Node of, float factor) {
    Node result = of.tape().result(1, 1, of);
    double sum = 0;
    for (float value : of.values()) {
      sum += value;
    }
    result.values()[0] = (float) (factor * sum);
    return result.backward(
        () -> {
          float slope = factor * result.gradient()[0];
          float[] gradient = of.gradient();
          for (int i = 0; i < gradient.length; i++) {
            gradient[i] += slope;
          }
        });
  }

  static Node rows(Node of) {
    Node result = of.tape().result(of.rows(), 1, of);
    int width = of.columns();
    for (int row = 0; row < of.rows(); row++) {
      float sum = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        sum += of.values()[i];
      }
      result.values()[row] = sum;
    }
    return result.backward(
        () -> {
          for (int row = 0; row < of.rows(); row++) {
            float slope = result.gradient()[row];
            for (int i = row * width; i < (row + 1) * width; i++) {
              of.gradient()[i] += slope;
            }
          }
        });
  }

  static Node columns(Node of) {
    Node result = of.tape().result(1, of.columns(), of);
    Arrays.fill(result.values(), 0f);
    addRows(of.values(), result.values());
    return result.backward(() -> addToRows(result.gradient(), of.gradient()));
  }

  /** With the largest value taken out first, so that nothing overflows. */
  static Node logSumExponentials(Node of) {
    Node result = of.tape().result(of.rows(), 1, of);
    int width = of.columns();
    for (int row = 0; row < of.rows(); row++) {
      result.values()[row] = logSumExponentials(of.values(), row * width, width);
    }
    return result.backward(
        () -> {
          for (int row = 0; row < of.rows(); row++) {
            float slope = result.gradient()[row];
            float whole = result.values()[row];
            for (int i = row * width; i < (row + 1) * width; i++) {
              of.gradient()[i] += slope * (float) Math.exp(of.values()[i] - whole);
            }
          }
        });
  }

  /** Each exponential is taken once. */
  static Node softmax(Node of) {
    Node result = of.tape().result(of.rows(), of.columns(), of);
    int width = of.columns();
    float[] values = result.values();
    for (int row = 0; row < of.rows(); row++) {
      softmax(of.values(), row * width, width, values);
    }
    return result.backward(
        () -> {
          for (int from = 0; from < values.length; from += width) {
            softmaxBack(values, result.gradient(), from, width, of.gradient());
          }
        });
  }

  private static void softmax(float[] of, int from, int length, float[] into) {
    float largest = largest(of, from, length);
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      into[i] = (float) Math.exp(of[i] - largest);
      sum += into[i];
    }
    float factor = (float) (1 / sum);
    for (int i = from; i < from + length; i++) {
      into[i] *= factor;
    }
  }

  /** {@code s (g − Σ g s)}. */
  private static void softmaxBack(
      float[] shares, float[] slope, int from, int length, float[] into) {
    float mean = 0;
    for (int i = from; i < from + length; i++) {
      mean += slope[i] * shares[i];
    }
    for (int i = from; i < from + length; i++) {
      into[i] += shares[i] * (slope[i] - mean);
    }
  }

  /** Where a value is 0, both its part and its gradient are taken for 0. */
  static Node entropies(Node of) {
    Node result = of.tape().result(of.rows(), 1, of);
    int width = of.columns();
    for (int row = 0; row < of.rows(); row++) {
      double entropy = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        float x = of.values()[i];
        entropy -= x > 0 ? x * Math.log(x) : 0;
      }
      result.values()[row] = (float) entropy;
    }
    return result.backward(
        () -> {
          for (int i = 0; i < of.values().length; i++) {
            float x = of.values()[i];
            of.gradient()[i] -=
                x > 0 ? result.gradient()[i / width] * (float) (Math.log(x) + 1) : 0f;
          }
        });
  }

  private static float largest(float[] values, int from, int length) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = from; i < from + length; i++) {
      largest = Math.max(largest, values[i]);
    }
    return largest;
  }

  private static float logSumExponentials(float[] values, int from, int length) {
    float largest = largest(values, from, length);
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += Math.exp(values[i] - largest);
    }
    return (float) (largest + Math.log(sum));
  }

  /** Adds one row to every row of a matrix. */
  static void addToRows(float[] row, float[] matrix) {
    int width = row.length;
    for (int from = 0; from < matrix.length; from += width) {
      Elements.add(row, 0, width, matrix, from);
    }
  }

  /** Adds every row of a matrix to one row. */
  static void addRows(float[] matrix, float[] row) {
    int width = row.length;
    for (int from = 0; from < matrix.length; from += width) {
      Elements.add(matrix, from, width, row, 0);
    }
  }
}
