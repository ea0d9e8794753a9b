package io.residua.detector.bundle;

import java.time.Instant;
import java.util.Map;

/**
 * Where a model comes from.
 *
 * @param createdAt when it was trained
 * @param seed of every random choice
 * @param dataFingerprint SHA-256 over the training table's cells, in lower-case hexadecimal
 * @param trainingRows rows the network was fitted on
 * @param calibrationRows rows held out for early stopping and calibration
 * @param settings every effective setting, also those the trainer chose
 * @param libraries versions of the libraries that took part
 * @param metrics finite figures of the training and, where labels were given, of the evaluation
 */
public record Provenance(
    Instant createdAt,
    long seed,
    String dataFingerprint,
    long trainingRows,
    long calibrationRows,
    Map<String, String> settings,
    Map<String, String> libraries,
    Map<String, Double> metrics) {
  public Provenance {
    settings = Map.copyOf(settings);
    libraries = Map.copyOf(libraries);
    metrics = Map.copyOf(metrics);
    metrics.forEach(Provenance::requireFinite);
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "metric " + name + " is " + value + "; leave out what could not be measured");
    }
  }
}
