package io.residua.detector.network;

/**
 * By vectors: the right matrix is laid out as a layer's weights, and the left one's rows are its
 * records. Needs jdk.incubator.vector.
 */
final class VectorProduct implements MatrixProduct {
  private static final int LANES = VectorLayer.LANES;

  private float[] panels = new float[0];
  private float[] result = new float[0];
  private float[] zeros = new float[0];

  @Override
  public void multiply(
      float[] left, int rows, int inner, float[] right, int columns, float[] into) {
    int stride = VectorLayer.vectors(columns) * LANES;
    reserve(stride, inner, rows);
    lay(right, inner, columns);
    VectorLayer layer = new VectorLayer(inner, columns, panels, zeros);
    if (stride == columns) {
      layer.run(left, 0, inner, rows, into);
      return;
    }
    layer.run(left, 0, inner, rows, result);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(result, row * stride, into, row * columns, columns);
    }
  }

  /** What lies beyond the last column is computed and thrown away, whatever stands there. */
  private void lay(float[] right, int inner, int columns) {
    for (int first = 0; first < columns; first += LANES) {
      int lanes = Math.min(LANES, columns - first);
      int panel = first * inner;
      for (int i = 0; i < inner; i++) {
        System.arraycopy(right, i * columns + first, panels, panel + i * LANES, lanes);
      }
    }
  }

  private void reserve(int stride, int inner, int rows) {
    if (panels.length < Math.multiplyExact(stride, inner)) {
      panels = new float[stride * inner];
    }
    if (result.length < Math.multiplyExact(stride, rows)) {
      result = new float[stride * rows];
    }
    if (zeros.length < stride) {
      zeros = new float[stride];
    }
  }
}
