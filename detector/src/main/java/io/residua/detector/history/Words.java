package io.residua.detector.history;

/** Doubles in words. Zero is the word 0, so that unused words need no bytes in a saved state. */
final class Words {
  /** Values are kept within this, so that their squares and sums stay finite. */
  private static final double LARGEST = 1e100;

  private Words() {}

  static double get(long[] state, int at) {
    return Double.longBitsToDouble(state[at]);
  }

  static void put(long[] state, int at, double value) {
    state[at] = Double.doubleToRawLongBits(value);
  }

  static double bounded(double value) {
    return Math.max(-LARGEST, Math.min(LARGEST, value));
  }
}
