package io.residua.detector.network;

/** Checks of layers' sizes, which may come from anywhere. */
final class Shapes {
  private Shapes() {}

  static void requirePositive(String layer, String what, int value) {
    requireBetween(layer, what, value, 1, Layer.MOST_WIDTH);
  }

  static void requireBetween(String layer, String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s has %s of %d to %d, got %d".formatted(layer, what, least, most, value));
    }
  }

  /** Checks the width of a sequence with what stands behind it. */
  static void requireWidth(String what, int steps, int channels, int passing) {
    long width = (long) steps * channels + passing;
    if (passing < 0 || width > Layer.MOST_WIDTH) {
      throw new IllegalArgumentException(
          "%s at most %d values, got %d steps of %d and %d passing"
              .formatted(what, Layer.MOST_WIDTH, steps, channels, passing));
    }
  }
}
