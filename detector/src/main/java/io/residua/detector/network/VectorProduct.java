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
    reserve(VectorLayer.vectors(columns) * LANES, inner);
    lay(right, inner, columns);
    VectorLayer layer = new VectorLayer(inner, columns, panels, zeros);
    if (columns >= LANES) {
      layer.run(left, 0, inner, rows, into);
      return;
    }
    if (result.length < layer.room(rows)) {
      result = new float[layer.room(rows)];
    }
    layer.run(left, 0, inner, rows, result);
    System.arraycopy(result, 0, into, 0, rows * columns);
  }

  /** What lies beyond the last column is computed and thrown away, whatever stands there. */
  private void lay(float[] right, int inner, int columns) {
    int lanes = Math.min(LANES, columns);
    for (int vector = 0; vector < VectorLayer.vectors(columns); vector++) {
      int from = VectorLayer.column(vector, columns);
      int panel = vector * LANES * inner;
      for (int i = 0; i < inner; i++) {
        System.arraycopy(right, i * columns + from, panels, panel + i * LANES, lanes);
      }
    }
  }

  private void reserve(int width, int inner) {
    if (panels.length < Math.multiplyExact(width, inner)) {
      panels = new float[width * inner];
    }
    if (zeros.length < width) {
      zeros = new float[width];
    }
  }
}
