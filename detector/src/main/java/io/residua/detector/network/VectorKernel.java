package io.residua.detector.network;

/** Dense layers by the widest vectors that the processor has. Needs jdk.incubator.vector. */
final class VectorKernel implements DenseKernel {
  @Override
  public PackedLayer pack(DenseLayer layer) {
    return new VectorLayer(layer);
  }

  @Override
  public SquaredDistances distances() {
    return new VectorDistances();
  }

  @Override
  public MatrixProduct product() {
    return new VectorProduct();
  }

  @Override
  public String description() {
    return "vectors of " + VectorLayer.LANES + " floats";
  }
}
