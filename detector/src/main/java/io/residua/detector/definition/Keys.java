package io.residua.detector.definition;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every key that a definition may hold, section by section. */
final class Keys {
  static final List<String> ROOT =
      List.of(
          "detector",
          "input",
          "features",
          "state",
          "missing",
          "model",
          "calibration",
          "alerts",
          "outputs");
  static final List<String> INPUT =
      List.of("topic", "format", "schema", "key", "repartition", "time");
  static final List<String> PLAIN_FEATURE = List.of("field", "fields", "transform", "encode");

  /** Each names one kind of keyed feature; the first that stands in an entry says what it is. */
  static final List<String> KEYED_KINDS =
      List.of("aggregate", "z", "ratio", "elapsed", "novelty", "lag", "difference", "sequence");

  /** Encodings with settings of their own. */
  static final List<String> ENCODE = List.of("holiday");

  static final List<String> FEATURE =
      Stream.concat(
              PLAIN_FEATURE.stream(),
              Stream.concat(
                  KEYED_KINDS.stream(),
                  Stream.of(
                      "by",
                      "over",
                      "half-life",
                      "stats",
                      "log",
                      "memory",
                      "cohort",
                      "fitted",
                      "steps",
                      "every",
                      "as")))
          .toList();

  static final List<String> SEQUENCE =
      List.of("fields", "length", "steps", "by", "every", "normalise", "memory", "fitted");

  /** What may stand beside each kind of keyed feature. */
  static final Map<String, List<String>> OF_KEYED_KIND =
      Map.of(
          "aggregate", List.of("by", "over", "half-life", "stats", "transform", "as"),
          "z", List.of("by", "log", "memory", "cohort", "fitted", "transform", "as"),
          "ratio", List.of("by", "log", "memory", "cohort", "fitted", "transform", "as"),
          "elapsed", List.of("by", "transform", "as"),
          "novelty", List.of("by", "transform", "as"),
          "lag", List.of("by", "steps", "every", "transform", "as"),
          "difference", List.of("by", "steps", "every", "transform", "as"),
          "sequence", List.of("transform"));

  static final List<String> STATE = List.of("ttl");
  static final List<String> MODEL =
      Stream.concat(
              Stream.of(
                  "family",
                  "encoder",
                  "hidden",
                  "latent",
                  "activation",
                  "latent-activation",
                  "corruption",
                  "corruption-level",
                  "score",
                  "max-cost",
                  "trials",
                  "max-time",
                  "steps",
                  "batch",
                  "learning-rate",
                  "validation",
                  "patience",
                  "class",
                  "per"),
              Family.settingKeys().stream())
          .toList();
  static final List<String> CALIBRATION = List.of("budget", "recalibrate", "smooth");
  static final List<String> RECALIBRATE = List.of("over", "at-most");
  static final List<String> ALERTS =
      List.of(
          "explain",
          "consecutive",
          "close-after",
          "update-every",
          "cooldown",
          "by",
          "severity",
          "flapping",
          "silence",
          "suppress");
  static final List<String> SEVERITY = List.of("medium", "high", "critical");
  static final List<String> FLAPPING = List.of("events", "within");
  static final List<String> SUPPRESS =
      List.of(
          "name",
          "keys",
          "field",
          "above",
          "below",
          "deviation-below",
          "deviation-below-percent",
          "direction",
          "mute-until",
          "maintenance");
  static final List<String> MAINTENANCE = List.of("days", "from", "to", "zone");
  static final List<String> OUTPUTS = List.of("scores", "embeddings", "format");

  private Keys() {}

  /** The path of every key, as the reference documents it. */
  static List<String> paths() {
    return Stream.of(
            ROOT.stream(),
            INPUT.stream().map(key -> "input." + key),
            FEATURE.stream().map(key -> "features[]." + key),
            ENCODE.stream().map(key -> "features[].encode." + key),
            SEQUENCE.stream().map(key -> "features[].sequence." + key),
            STATE.stream().map(key -> "state." + key),
            MODEL.stream().map(key -> "model." + key),
            CALIBRATION.stream().map(key -> "calibration." + key),
            RECALIBRATE.stream().map(key -> "calibration.recalibrate." + key),
            ALERTS.stream().map(key -> "alerts." + key),
            SEVERITY.stream().map(key -> "alerts.severity." + key),
            FLAPPING.stream().map(key -> "alerts.flapping." + key),
            SUPPRESS.stream().map(key -> "alerts.suppress[]." + key),
            MAINTENANCE.stream().map(key -> "alerts.suppress[].maintenance[]." + key),
            OUTPUTS.stream().map(key -> "outputs." + key))
        .flatMap(paths -> paths)
        .toList();
  }
}
