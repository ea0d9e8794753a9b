package io.residua.detector.network;

/** Dense layers in plain Java. */
final class ScalarKernel implements DenseKernel {
  @Override
  public PackedLayer pack(DenseLayer layer) {
    return new ScalarLayer(layer);
  }

  @Override
  public SquaredDistances distances() {
    return new ScalarDistances();
  }

  @Override
  public MatrixProduct product() {
    return new ScalarProduct();
  }

  @Override
  public String description() {
    return "scalar";
  }
}
