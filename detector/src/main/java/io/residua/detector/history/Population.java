package io.residua.detector.history;

/**
 * What is normal of a number among many keys.
 *
 * @param mean over their events
 * @param deviation standard deviation over their events; above 0, 1 where they do not vary
 */
public record Population(double mean, double deviation) {
  public Population {
    if (!Double.isFinite(mean) || !Double.isFinite(deviation) || !(deviation > 0)) {
      throw new IllegalArgumentException(
          "expected a finite mean and a deviation above 0, got %s and %s"
              .formatted(mean, deviation));
    }
  }
}
