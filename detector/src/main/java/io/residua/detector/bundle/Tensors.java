package io.residua.detector.bundle;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tensors of a bundle that is being read, each to be taken once. */
final class Tensors {
  private final Map<String, Tensor> left;

  Tensors(Map<String, Tensor> tensors) {
    this.left = new LinkedHashMap<>(tensors);
  }

  /** Takes a tensor's values, row-major. */
  float[] take(String name, int... shape) throws BundleException {
    Tensor tensor = left.remove(name);
    if (tensor == null) {
      throw new BundleException(
          "%s: expected %s of shape %s, found none"
              .formatted(BundleFormat.WEIGHTS, name, Arrays.toString(shape)));
    }
    if (!Arrays.equals(tensor.shape(), shape)) {
      throw new BundleException(
          "%s: %s must have shape %s, has %s"
              .formatted(
                  BundleFormat.WEIGHTS,
                  name,
                  Arrays.toString(shape),
                  Arrays.toString(tensor.shape())));
    }
    return tensor.values();
  }

  /** Checks that every tensor was taken. */
  void done() throws BundleException {
    if (!left.isEmpty()) {
      throw new BundleException(
          "%s: tensor %s is not known"
              .formatted(BundleFormat.WEIGHTS, left.keySet().iterator().next()));
    }
  }
}
