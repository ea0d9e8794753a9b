package io.residua.trainer.gradient;

/** The same numbers at other places. */
final class Layout {
  /** Blocks of this many rows and columns stay in the nearest cache. */
  private static final int BLOCK = 16;

  private Layout() {}

  static Node transposed(Node of) {
    Node result = of.tape().result(of.columns(), of.rows(), of);
    transpose(of.values(), of.rows(), of.columns(), result.values());
    return result.backward(
        () -> {
          float[] gradient = of.tape().buffers().any(of.values().length);
          transpose(result.gradient(), result.rows(), result.columns(), gradient);
          Elements.add(gradient, of.gradient());
        });
  }

  static void transpose(float[] from, int rows, int columns, float[] into) {
    for (int row = 0; row < rows; row += BLOCK) {
      for (int column = 0; column < columns; column += BLOCK) {
        block(from, row, column, rows, columns, into);
      }
    }
  }

  private static void block(
      float[] from, int firstRow, int firstColumn, int rows, int columns, float[] into) {
    int lastRow = Math.min(firstRow + BLOCK, rows);
    int lastColumn = Math.min(firstColumn + BLOCK, columns);
    for (int column = firstColumn; column < lastColumn; column++) {
      for (int row = firstRow; row < lastRow; row++) {
        into[column * rows + row] = from[row * columns + column];
      }
    }
  }

  static Node columns(Node of, int from, int to) {
    Node result = of.tape().result(of.rows(), to - from, of);
    int width = result.columns();
    for (int row = 0; row < of.rows(); row++) {
      System.arraycopy(of.values(), row * of.columns() + from, result.values(), row * width, width);
    }
    return result.backward(
        () -> {
          for (int row = 0; row < of.rows(); row++) {
            Elements.add(
                result.gradient(), row * width, width, of.gradient(), row * of.columns() + from);
          }
        });
  }

  /** Zeros where the order says -1. */
  static Node selected(Node of, int[] order) {
    Node result = of.tape().result(of.rows(), order.length, of);
    for (int row = 0; row < of.rows(); row++) {
      int from = row * of.columns();
      int to = row * order.length;
      for (int i = 0; i < order.length; i++) {
        result.values()[to + i] = order[i] < 0 ? 0f : of.values()[from + order[i]];
      }
    }
    return result.backward(() -> selectedBack(of, order, result));
  }

  private static void selectedBack(Node of, int[] order, Node result) {
    for (int row = 0; row < of.rows(); row++) {
      int from = row * of.columns();
      int to = row * order.length;
      for (int i = 0; i < order.length; i++) {
        if (order[i] >= 0) {
          of.gradient()[from + order[i]] += result.gradient()[to + i];
        }
      }
    }
  }

  static Node rows(Node of, int from, int to) {
    Node result = of.tape().result(to - from, of.columns(), of);
    int start = from * of.columns();
    int length = result.values().length;
    System.arraycopy(of.values(), start, result.values(), 0, length);
    return result.backward(() -> Elements.add(result.gradient(), 0, length, of.gradient(), start));
  }

  static Node beside(Node left, Node right) {
    if (left.rows() != right.rows()) {
      throw new IllegalArgumentException(
          "expected %d rows, got %d".formatted(left.rows(), right.rows()));
    }
    int width = left.columns() + right.columns();
    Node result = left.tape().result(left.rows(), width, left, right);
    place(left, result, 0);
    place(right, result, left.columns());
    return result.backward(
        () -> {
          takeBack(left, result, 0);
          takeBack(right, result, left.columns());
        });
  }

  private static void place(Node part, Node whole, int at) {
    int width = part.columns();
    for (int row = 0; row < part.rows(); row++) {
      System.arraycopy(
          part.values(), row * width, whole.values(), row * whole.columns() + at, width);
    }
  }

  private static void takeBack(Node part, Node whole, int at) {
    if (!part.differentiable()) {
      return;
    }
    int width = part.columns();
    for (int row = 0; row < part.rows(); row++) {
      Elements.add(
          whole.gradient(), row * whole.columns() + at, width, part.gradient(), row * width);
    }
  }

  static Node above(Node top, Node below) {
    if (top.columns() != below.columns()) {
      throw new IllegalArgumentException(
          "expected %d columns, got %d".formatted(top.columns(), below.columns()));
    }
    Node result = top.tape().result(top.rows() + below.rows(), top.columns(), top, below);
    int length = top.values().length;
    int rest = below.values().length;
    System.arraycopy(top.values(), 0, result.values(), 0, length);
    System.arraycopy(below.values(), 0, result.values(), length, rest);
    return result.backward(
        () -> {
          if (top.differentiable()) {
            Elements.add(result.gradient(), 0, length, top.gradient(), 0);
          }
          if (below.differentiable()) {
            Elements.add(result.gradient(), length, rest, below.gradient(), 0);
          }
        });
  }

  static Node repeated(Node of, int times) {
    int width = of.columns();
    Node result = of.tape().result(of.rows() * times, width, of);
    for (int row = 0; row < result.rows(); row++) {
      System.arraycopy(of.values(), row / times * width, result.values(), row * width, width);
    }
    return result.backward(
        () -> {
          for (int row = 0; row < result.rows(); row++) {
            Elements.add(result.gradient(), row * width, width, of.gradient(), row / times * width);
          }
        });
  }

  static Node reshaped(Node of, int rows, int columns) {
    Node result = of.tape().result(rows, columns, of);
    System.arraycopy(of.values(), 0, result.values(), 0, of.values().length);
    return result.backward(() -> Elements.add(result.gradient(), of.gradient()));
  }
}
