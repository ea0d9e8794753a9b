package io.residua.detector.network;

/**
 * A way of computing dense layers, and distances. Whatever the way, each value is {@code
 * activation(b + W₀x₀ + W₁x₁ + …)}, added up in this order with one rounding a step, so that
 * kernels, batches and single records agree to the last bit. Only a processor without fused
 * multiply-add rounds twice.
 */
interface DenseKernel {
  /** Lays a layer's numbers out as this way reads them. */
  PackedLayer pack(DenseLayer layer);

  /** Squared distances in the same way. */
  SquaredDistances distances();

  /** Products of matrices in the same way, for one thread's use. */
  MatrixProduct product();

  /** What it is, in a few words for a log. */
  String description();
}
