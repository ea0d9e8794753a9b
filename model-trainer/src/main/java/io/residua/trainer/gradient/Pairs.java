package io.residua.trainer.gradient;

import java.util.Arrays;

/**
 * Functions of two matrices, element by element. The right one may have one row or one column,
 * which then stands for all; its gradient is the sum over all of them.
 */
enum Pairs {
  PLUS {
    @Override
    void forward(float[] left, float[] right, float[] into) {
      for (int i = 0; i < into.length; i++) {
        into[i] = left[i] + right[i];
      }
    }

    @Override
    void toLeft(float[] slope, float[] left, float[] right, float[] into) {
      Elements.add(slope, into);
    }

    @Override
    void toRight(float[] slope, float[] left, float[] right, float[] into) {
      Elements.add(slope, into);
    }
  },
  MINUS {
    @Override
    void forward(float[] left, float[] right, float[] into) {
      for (int i = 0; i < into.length; i++) {
        into[i] = left[i] - right[i];
      }
    }

    @Override
    void toLeft(float[] slope, float[] left, float[] right, float[] into) {
      Elements.add(slope, into);
    }

    @Override
    void toRight(float[] slope, float[] left, float[] right, float[] into) {
      for (int i = 0; i < into.length; i++) {
        into[i] -= slope[i];
      }
    }
  },
  TIMES {
    @Override
    void forward(float[] left, float[] right, float[] into) {
      for (int i = 0; i < into.length; i++) {
        into[i] = left[i] * right[i];
      }
    }

    @Override
    void toLeft(float[] slope, float[] left, float[] right, float[] into) {
      for (int i = 0; i < into.length; i++) {
        into[i] += slope[i] * right[i];
      }
    }

    @Override
    void toRight(float[] slope, float[] left, float[] right, float[] into) {
      for (int i = 0; i < into.length; i++) {
        into[i] += slope[i] * left[i];
      }
    }
  },
  OVER {
    @Override
    void forward(float[] left, float[] right, float[] into) {
      for (int i = 0; i < into.length; i++) {
        into[i] = left[i] / right[i];
      }
    }

    @Override
    void toLeft(float[] slope, float[] left, float[] right, float[] into) {
      for (int i = 0; i < into.length; i++) {
        into[i] += slope[i] / right[i];
      }
    }

    @Override
    void toRight(float[] slope, float[] left, float[] right, float[] into) {
      for (int i = 0; i < into.length; i++) {
        into[i] -= slope[i] * left[i] / (right[i] * right[i]);
      }
    }
  };

  abstract void forward(float[] left, float[] right, float[] into);

  /** Adds the left one's gradient. */
  abstract void toLeft(float[] slope, float[] left, float[] right, float[] into);

  /** Adds the right one's gradient. */
  abstract void toRight(float[] slope, float[] left, float[] right, float[] into);

  Node of(Node left, Node right) {
    Node result = left.tape().result(left.rows(), left.columns(), left, right);
    float[] spread = spread(left, right);
    forward(left.values(), spread, result.values());
    return result.backward(() -> back(left, right, spread, result.gradient()));
  }

  private void back(Node left, Node right, float[] spread, float[] slope) {
    if (left.differentiable()) {
      toLeft(slope, left.values(), spread, left.gradient());
    }
    if (!right.differentiable()) {
      return;
    }
    if (spread == right.values()) {
      toRight(slope, left.values(), spread, right.gradient());
      return;
    }
    float[] gradient = left.tape().buffers().zeros(slope.length);
    toRight(slope, left.values(), spread, gradient);
    gather(gradient, left.columns(), right);
  }

  /** The right one's values in the left one's shape. */
  private static float[] spread(Node left, Node right) {
    if (left.rows() == right.rows() && left.columns() == right.columns()) {
      return right.values();
    }
    boolean fits =
        (right.rows() == 1 || right.rows() == left.rows())
            && (right.columns() == 1 || right.columns() == left.columns());
    if (!fits) {
      throw new IllegalArgumentException(
          "expected %d × %d, or one row or column of it, got %d × %d"
              .formatted(left.rows(), left.columns(), right.rows(), right.columns()));
    }
    float[] spread = left.tape().buffers().any(left.values().length);
    for (int row = 0; row < left.rows(); row++) {
      int from = right.rows() == 1 ? 0 : row * right.columns();
      int to = row * left.columns();
      if (right.columns() == 1) {
        Arrays.fill(spread, to, to + left.columns(), right.values()[from]);
      } else {
        System.arraycopy(right.values(), from, spread, to, left.columns());
      }
    }
    return spread;
  }

  private static void gather(float[] gradient, int columns, Node right) {
    float[] into = right.gradient();
    for (int i = 0; i < gradient.length; i++) {
      int row = right.rows() == 1 ? 0 : i / columns;
      int column = right.columns() == 1 ? 0 : i % columns;
      into[row * right.columns() + column] += gradient[i];
    }
  }
}
