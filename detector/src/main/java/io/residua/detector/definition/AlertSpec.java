package io.residua.detector.definition;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * When anomalies become alerts, and what an alert says. Rules are data: they can be taken from
 * another definition than the model's, and changing them needs no new model.
 *
 * @param explain how many fields an explanation names at most, 0 to 100
 * @param consecutive how many anomalies open an event
 * @param closeAfter an open event closes when no anomaly came for this long; at least a second
 * @param updateEvery an open event is told of again at most this often; 0 for each anomaly
 * @param cooldown after an event closed, its key stays quiet for this long; 0 for not at all
 * @param by the field whose values have events of their own; empty for the event's key
 * @param levels from which severity on an alert has which level
 * @param flapping from when on a key flaps; empty for never
 * @param silence a key that is silent for this long raises an alert; empty for never
 * @param suppress in the order in which they are asked, each with a name of its own
 */
public record AlertSpec(
    int explain,
    ConsecutiveSpec consecutive,
    Duration closeAfter,
    Duration updateEvery,
    Duration cooldown,
    Optional<String> by,
    SeverityLevels levels,
    Optional<FlappingSpec> flapping,
    Optional<Duration> silence,
    List<SuppressionRule> suppress) {
  static final int MOST_EXPLAINED = 100;
  static final int MOST_RULES = 100;
  static final Duration LONGEST = Duration.ofDays(30);
  static final Duration LONGEST_SILENCE = Duration.ofDays(7);
  static final Duration SECOND = Duration.ofSeconds(1);

  public AlertSpec {
    if (explain < 0 || explain > MOST_EXPLAINED) {
      throw new IllegalArgumentException(
          "explain must be 0 to " + MOST_EXPLAINED + ", got " + explain);
    }
    Objects.requireNonNull(consecutive, "consecutive");
    check("close-after", closeAfter, SECOND, LONGEST);
    check("update-every", updateEvery, Duration.ZERO, LONGEST);
    check("cooldown", cooldown, Duration.ZERO, LONGEST);
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(levels, "levels");
    Objects.requireNonNull(flapping, "flapping");
    silence.ifPresent(duration -> check("silence", duration, SECOND, LONGEST_SILENCE));
    suppress = List.copyOf(suppress);
    Set<String> names = new HashSet<>();
    for (SuppressionRule rule : suppress) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException("rule " + rule.name() + " stands twice");
      }
    }
  }

  /** What a definition means that says nothing of alerts: each anomaly is told. */
  public static AlertSpec defaults() {
    return new AlertSpec(
        Defaults.EXPLAIN,
        Defaults.CONSECUTIVE,
        Defaults.CLOSE_AFTER,
        Defaults.UPDATE_EVERY,
        Defaults.COOLDOWN,
        Optional.empty(),
        Defaults.LEVELS,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  static void check(String name, Duration duration, Duration least, Duration most) {
    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s must be %s to %s, got %s"
              .formatted(
                  name, DurationNotation.write(least), DurationNotation.write(most), duration));
    }
  }
}
