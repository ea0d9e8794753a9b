package io.residua.detector.score;

import java.util.SplittableRandom;

/**
 * Standard normal numbers by the polar method (Marsaglia and Bray, "A Convenient Method for
 * Generating Normal Variables", 1964): the same on every JVM, which {@link
 * SplittableRandom#nextGaussian} does not promise.
 */
final class NormalNumbers {
  private NormalNumbers() {}

  static double next(SplittableRandom random) {
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double square = u * u + v * v;
      if (square > 0 && square < 1) {
        return u * Math.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }

  static float[] array(int length, SplittableRandom random) {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = (float) next(random);
    }
    return numbers;
  }
}
