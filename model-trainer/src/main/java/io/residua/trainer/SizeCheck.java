package io.residua.trainer;

import io.residua.detector.definition.Family;
import io.residua.detector.definition.ModelSpec;
import java.util.Optional;

/**
 * Whether there are rows enough for a network's size. With more parameters than there are numbers
 * to fit them to, it can know each row by heart, and the held-out rows are all that stops it.
 */
final class SizeCheck {
  private SizeCheck() {}

  /**
   * What to warn of; sizes that family {@code auto} chose are its own to answer for.
   *
   * @param parameters of the network
   * @param rows it was fitted to, of so many features
   */
  static Optional<String> warning(ModelSpec spec, long parameters, int rows, int features) {
    long numbers = (long) rows * features;
    if (spec.family() == Family.AUTO || parameters <= numbers) {
      return Optional.empty();
    }
    String smaller =
        spec.family() == Family.LINEAR ? "model.latent" : "model.hidden or model.latent";
    return Optional.of(
        ("the network has %,d parameters and %,d numbers to fit them to (%,d rows of %d features):"
                + " it can know the rows by heart; train on more rows or set a smaller %s")
            .formatted(parameters, numbers, rows, features, smaller));
  }
}
