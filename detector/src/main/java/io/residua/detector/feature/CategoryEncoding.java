package io.residua.detector.feature;

import java.util.stream.Stream;

/**
 * One fitted encoding of a category. Immutable and shared between threads; encoding allocates
 * nothing.
 */
sealed interface CategoryEncoding permits OneHot, Frequency, HashSlots {
  int width();

  /** What follows the field's path in the name of a feature. */
  String featureSuffix(int feature);

  /**
   * @param category not null; may be one that training did not see
   */
  void encode(String category, float[] into, int offset);

  /** The categories of training that it knows by name. */
  Stream<String> known();

  /** The category that reconstructed features stand for, or a description of it. */
  String expected(float[] reconstruction, int offset);
}
