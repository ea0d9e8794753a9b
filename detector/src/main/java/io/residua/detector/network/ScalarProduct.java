package io.residua.detector.network;

import java.util.Arrays;

/**
 * In plain Java: two rows of the result grow side by side by four rows of the right matrix at a
 * time, along their length, which the compiler turns into vector instructions where it can.
 */
final class ScalarProduct implements MatrixProduct {
  private static final int STEPS = 4;

  @Override
  public void multiply(
      float[] left, int rows, int inner, float[] right, int columns, float[] into) {
    Arrays.fill(into, 0, rows * columns, 0f);
    int whole = inner / STEPS * STEPS;
    int row = 0;
    for (; row + 1 < rows; row += 2) {
      for (int i = 0; i < whole; i += STEPS) {
        twoRows(left, row * inner + i, inner, right, i * columns, columns, into, row * columns);
      }
      rest(left, row, inner, whole, right, columns, into);
      rest(left, row + 1, inner, whole, right, columns, into);
    }
    if (row < rows) {
      rest(left, row, inner, 0, right, columns, into);
    }
  }

  private static void twoRows(
      float[] left, int x, int inner, float[] right, int r0, int columns, float[] into, int to) {
    float x0 = left[x];
    float x1 = left[x + 1];
    float x2 = left[x + 2];
    float x3 = left[x + 3];
    float y0 = left[x + inner];
    float y1 = left[x + inner + 1];
    float y2 = left[x + inner + 2];
    float y3 = left[x + inner + 3];
    int r1 = r0 + columns;
    int r2 = r1 + columns;
    int r3 = r2 + columns;
    int below = to + columns;
    for (int j = 0; j < columns; j++) {
      float v0 = right[r0 + j];
      float v1 = right[r1 + j];
      float v2 = right[r2 + j];
      float v3 = right[r3 + j];
      float sum = MultiplyAdd.of(x1, v1, MultiplyAdd.of(x0, v0, into[to + j]));
      into[to + j] = MultiplyAdd.of(x3, v3, MultiplyAdd.of(x2, v2, sum));
      float other = MultiplyAdd.of(y1, v1, MultiplyAdd.of(y0, v0, into[below + j]));
      into[below + j] = MultiplyAdd.of(y3, v3, MultiplyAdd.of(y2, v2, other));
    }
  }

  private static void rest(
      float[] left, int row, int inner, int from, float[] right, int columns, float[] into) {
    for (int i = from; i < inner; i++) {
      float x = left[row * inner + i];
      int r = i * columns;
      int to = row * columns;
      for (int j = 0; j < columns; j++) {
        into[to + j] = MultiplyAdd.of(x, right[r + j], into[to + j]);
      }
    }
  }
}
