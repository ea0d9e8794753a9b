package io.residua.detector.history;

/**
 * What a key's number was in the training data.
 *
 * @param mean over the key's events
 * @param deviation standard deviation over the key's events, from 0
 * @param events how many they were, at least 1
 */
public record FittedKey(double mean, double deviation, long events) {
  public FittedKey {
    if (!Double.isFinite(mean) || !Double.isFinite(deviation) || deviation < 0 || events < 1) {
      throw new IllegalArgumentException(
          "expected a finite mean, a deviation from 0 and at least 1 event, got %s, %s and %d"
              .formatted(mean, deviation, events));
    }
  }
}
