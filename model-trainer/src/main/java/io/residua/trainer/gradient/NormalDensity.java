package io.residua.trainer.gradient;

/**
 * The logarithm of the normal density of each row d of deviations from the mean, {@code ln N(d; 0,
 * Σ) = −½ (d Σ⁻¹ dᵀ + ln |Σ| + n ln 2π)}. With {@code y = d Σ⁻¹} and a row's slope g,
 *
 * <pre>
 *   ∂d = −g y
 *   ∂Σ = ½ Σ_rows g yᵀ y − ½ (Σ_rows g) Σ⁻¹
 * </pre>
 */
final class NormalDensity {
  private NormalDensity() {}

  /** NaN where the covariance is not positive definite. */
  static Node logarithms(Node deviations, Node covariance) {
    int width = deviations.columns();
    if (covariance.rows() != width || covariance.columns() != width) {
      throw new IllegalArgumentException(
          "expected a covariance of %d × %d, got %d × %d"
              .formatted(width, width, covariance.rows(), covariance.columns()));
    }
    Tape tape = deviations.tape();
    Node result = tape.result(deviations.rows(), 1, deviations, covariance);
    float[] precision = tape.buffers().any(width * width);
    double logDeterminant = inverse(covariance.values(), width, precision);
    float[] solved = tape.buffers().any(deviations.values().length);
    tape.products()
        .multiply(deviations.values(), deviations.rows(), width, precision, width, solved);
    double constant = logDeterminant + width * Math.log(2 * Math.PI);
    for (int row = 0; row < deviations.rows(); row++) {
      double square = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        square += (double) deviations.values()[i] * solved[i];
      }
      result.values()[row] = (float) (-0.5 * (square + constant));
    }
    return result.backward(() -> back(deviations, covariance, result, solved, precision));
  }

  private static void back(
      Node deviations, Node covariance, Node result, float[] solved, float[] precision) {
    int width = deviations.columns();
    int rows = deviations.rows();
    Buffers buffers = result.tape().buffers();
    float[] weighted = buffers.any(solved.length);
    float whole = 0;
    for (int row = 0; row < rows; row++) {
      float slope = result.gradient()[row];
      whole += slope;
      for (int i = row * width; i < (row + 1) * width; i++) {
        weighted[i] = slope * solved[i];
      }
    }
    if (deviations.differentiable()) {
      for (int i = 0; i < weighted.length; i++) {
        deviations.gradient()[i] -= weighted[i];
      }
    }
    if (covariance.differentiable()) {
      float[] transposed = buffers.any(weighted.length);
      Layout.transpose(weighted, rows, width, transposed);
      float[] outer = buffers.any(width * width);
      result.tape().products().multiply(transposed, width, rows, solved, width, outer);
      for (int i = 0; i < outer.length; i++) {
        covariance.gradient()[i] += 0.5f * (outer[i] - whole * precision[i]);
      }
    }
  }

  /**
   * By Cholesky's factor {@code Σ = L Lᵀ}, in double precision.
   *
   * @param into receives the inverse
   * @return the determinant's logarithm; NaN, as is the inverse, where there is no factor
   */
  private static double inverse(float[] matrix, int width, float[] into) {
    double[] factor = new double[width * width];
    double logarithm = 0;
    for (int row = 0; row < width; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = matrix[row * width + column];
        for (int i = 0; i < column; i++) {
          sum -= factor[row * width + i] * factor[column * width + i];
        }
        // The root of what is not above 0 is NaN or leads to it.
        factor[row * width + column] =
            row == column ? Math.sqrt(sum) : sum / factor[column * width + column];
      }
      logarithm += 2 * Math.log(factor[row * width + row]);
    }
    double[] inverted = inverted(factor, width);
    for (int row = 0; row < width; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = 0;
        for (int i = row; i < width; i++) {
          sum += inverted[i * width + row] * inverted[i * width + column];
        }
        into[row * width + column] = (float) sum;
        into[column * width + row] = (float) sum;
      }
    }
    return logarithm;
  }

  /** The inverse of a lower triangle. */
  private static double[] inverted(double[] factor, int width) {
    double[] inverted = new double[width * width];
    for (int column = 0; column < width; column++) {
      inverted[column * width + column] = 1 / factor[column * width + column];
      for (int row = column + 1; row < width; row++) {
        double sum = 0;
        for (int i = column; i < row; i++) {
          sum -= factor[row * width + i] * inverted[i * width + column];
        }
        inverted[row * width + column] = sum / factor[row * width + row];
      }
    }
    return inverted;
  }
}
