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

  private static float logSumExponentials(float[] values, int from, int length) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = from; i < from + length; i++) {
      largest = Math.max(largest, values[i]);
    }
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
