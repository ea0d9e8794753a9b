package io.residua.detector.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Activation} by vectors: the same operations in the same order, and so the same bits. */
final class VectorActivation {
  private static final VectorSpecies<Float> SPECIES = VectorLayer.SPECIES;

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
    for (int i = 0; i < count; i += SPECIES.length()) {
      tanh(FloatVector.fromArray(SPECIES, values, i)).intoArray(values, i);
    }
  }

  private static void sigmoid(float[] values, int count) {
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector half = FloatVector.fromArray(SPECIES, values, i).mul(0.5f);
      tanh(half).mul(0.5f).add(0.5f).intoArray(values, i);
    }
  }

  private static FloatVector tanh(FloatVector x) {
    FloatVector clipped = x.min(HyperbolicTangent.LIMIT).max(-HyperbolicTangent.LIMIT);
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
