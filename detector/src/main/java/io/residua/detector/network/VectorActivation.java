package io.residua.detector.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link Activation} by vectors: the same operations in the same order, and so the same bits. */
final class VectorActivation {
  private static final VectorSpecies<Float> SPECIES = VectorLayer.SPECIES;

  private static final int LIMIT = Float.floatToIntBits(HyperbolicTangent.LIMIT);

  /** Values from which on it pays to look whether any needs clipping. */
  private static final int MANY = 8 * SPECIES.length();

  /** What makes a negative number of NaN's bits, and of no other's, sign bits left out. */
  private static final int BEYOND_INFINITY =
      Integer.MIN_VALUE - Float.floatToIntBits(Float.POSITIVE_INFINITY) - 1;

  private VectorActivation() {}

  /**
   * Replaces the first values by the function's.
   *
   * @param count a multiple of the vectors' length
   */
  static void apply(Activation activation, float[] values, int count) {
    switch (activation) {
      case IDENTITY -> {}
      case RELU -> relu(values, count);
      case TANH -> tanh(values, count);
      case SIGMOID -> sigmoid(values, count);
    }
  }

  private static void relu(float[] values, int count) {
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector.fromArray(SPECIES, values, i).max(0f).intoArray(values, i);
    }
  }

  private static void tanh(float[] values, int count) {
    if (count >= MANY && within(values, count)) {
      for (int i = 0; i < count; i += SPECIES.length()) {
        ofClipped(FloatVector.fromArray(SPECIES, values, i)).intoArray(values, i);
      }
      return;
    }
    for (int i = 0; i < count; i += SPECIES.length()) {
      tanh(FloatVector.fromArray(SPECIES, values, i)).intoArray(values, i);
    }
  }

  /** Whether clipping would leave all values as they are. */
  private static boolean within(float[] values, int count) {
    IntVector largest = IntVector.zero(IntVector.SPECIES_PREFERRED);
    for (int i = 0; i < count; i += SPECIES.length()) {
      largest = largest.max(size(FloatVector.fromArray(SPECIES, values, i).reinterpretAsInts()));
    }
    return largest.reduceLanes(VectorOperators.MAX) <= LIMIT;
  }

  private static IntVector size(IntVector bits) {
    return bits.and(Integer.MAX_VALUE);
  }

  private static void sigmoid(float[] values, int count) {
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector half = FloatVector.fromArray(SPECIES, values, i).mul(0.5f);
      tanh(half).mul(0.5f).add(0.5f).intoArray(values, i);
    }
  }

  /**
   * {@code max(-LIMIT, min(LIMIT, x))} by the bits of x, which takes a third of the time: floats of
   * one sign are ordered as their bits are. What is beyond infinity is NaN and becomes all ones.
   */
  private static FloatVector clipped(FloatVector x) {
    IntVector bits = x.reinterpretAsInts();
    IntVector size = size(bits);
    IntVector nan = size.add(BEYOND_INFINITY).lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
    return size.min(LIMIT).or(nan).or(bits.and(Integer.MIN_VALUE)).reinterpretAsFloats();
  }

  private static FloatVector tanh(FloatVector x) {
    return ofClipped(clipped(x));
  }

  private static FloatVector ofClipped(FloatVector clipped) {
    FloatVector square = clipped.mul(clipped);
    FloatVector p =
        square
            .mul(HyperbolicTangent.P4)
            .add(HyperbolicTangent.P3)
            .mul(square)
            .add(HyperbolicTangent.P2)
            .mul(square)
            .add(HyperbolicTangent.P1)
            .mul(square)
            .add(HyperbolicTangent.P0);
    FloatVector q =
        square
            .mul(HyperbolicTangent.Q4)
            .add(HyperbolicTangent.Q3)
            .mul(square)
            .add(HyperbolicTangent.Q2)
            .mul(square)
            .add(HyperbolicTangent.Q1)
            .mul(square)
            .add(1f);
    return clipped.mul(p).div(q);
  }
}
