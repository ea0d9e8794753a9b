package io.residua.detector.bundle;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tensors of a bundle that is being read, each to be taken once. */
final class Tensors {
  private final String prefix;
  private final Map<String, Tensor> left;

  Tensors(Map<String, Tensor> tensors) {
    this("", new LinkedHashMap<>(tensors));
  }

  private Tensors(String prefix, Map<String, Tensor> left) {
    this.prefix = prefix;
    this.left = left;
  }

  /** The same tensors, of which those are taken whose names begin so. */
  Tensors under(String names) {
    return new Tensors(prefix + names, left);
  }

  /** Takes a tensor's values, row-major. */
  float[] take(String ownName, int... shape) throws BundleException {
    String name = prefix + ownName;
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
