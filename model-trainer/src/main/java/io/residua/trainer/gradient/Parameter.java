package io.residua.trainer.gradient;

import java.util.function.DoubleSupplier;

/** A matrix that training changes, with its gradient. */
public final class Parameter {
  private final int rows;
  private final int columns;
  private final float[] values;
  private final float[] gradient;

  /**
   * @param values {@code rows × columns}, row-major; taken over, not copied
   */
  public Parameter(int rows, int columns, float[] values) {
    if (rows < 1 || columns < 1 || values.length != Math.multiplyExact(rows, columns)) {
      throw new IllegalArgumentException(
          "expected %d × %d values, got %d".formatted(rows, columns, values.length));
    }
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    this.gradient = new float[values.length];
  }

  public static Parameter zeros(int rows, int columns) {
    return new Parameter(rows, columns, new float[Math.multiplyExact(rows, columns)]);
  }

  /** Each value drawn anew. */
  public static Parameter drawn(int rows, int columns, DoubleSupplier values) {
    Parameter parameter = zeros(rows, columns);
    for (int i = 0; i < parameter.values.length; i++) {
      parameter.values[i] = (float) values.getAsDouble();
    }
    return parameter;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** The values themselves, row-major. */
  public float[] values() {
    return values;
  }

  /** The sum of gradients since {@link Parameters#clearGradients()}, row-major. */
  public float[] gradient() {
    return gradient;
  }
}
