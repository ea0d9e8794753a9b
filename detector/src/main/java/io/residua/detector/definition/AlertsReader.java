package io.residua.detector.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code alerts}. */
final class AlertsReader {
  private final Section alerts;

  private final List<String> fields;

  /**
   * @param fields that the features are made of; only these can be asked for by rules
   */
  AlertsReader(Section alerts, List<String> fields) {
    this.alerts = alerts;
    this.fields = fields;
  }

  AlertSpec read() {
    return new AlertSpec(
        explain(),
        alerts.value("consecutive").flatMap(ConsecutiveNotation::read).orElse(Defaults.CONSECUTIVE),
        duration("close-after", AlertSpec.SECOND, AlertSpec.LONGEST).orElse(Defaults.CLOSE_AFTER),
        duration("update-every", Duration.ZERO, AlertSpec.LONGEST).orElse(Defaults.UPDATE_EVERY),
        duration("cooldown", Duration.ZERO, AlertSpec.LONGEST).orElse(Defaults.COOLDOWN),
        alerts.value("by").flatMap(FieldPath::read),
        levels(),
        flapping(),
        duration("silence", AlertSpec.SECOND, AlertSpec.LONGEST_SILENCE),
        alerts
            .value("suppress")
            .map(value -> new SuppressionReader(fields).readAll(value))
            .orElse(List.of()));
  }

  private int explain() {
    return alerts
        .value("explain")
        .flatMap(value -> value.integer(0, AlertSpec.MOST_EXPLAINED))
        .orElse(Defaults.EXPLAIN);
  }

  private Optional<Duration> duration(String key, Duration least, Duration most) {
    return alerts.value(key).flatMap(value -> DurationNotation.read(value, least, most));
  }

  private SeverityLevels levels() {
    Optional<Value> given = alerts.value("severity");
    Section section = alerts.section("severity", Keys.SEVERITY);
    int medium = level(section, "medium", Defaults.LEVELS.medium());
    int high = level(section, "high", Defaults.LEVELS.high());
    int critical = level(section, "critical", Defaults.LEVELS.critical());
    if (given.isPresent() && (medium >= high || high >= critical)) {
      given
          .get()
          .problem(
              "expected medium < high < critical, found %d, %d and %d"
                  .formatted(medium, high, critical));
      return Defaults.LEVELS;
    }
    return new SeverityLevels(medium, high, critical);
  }

  private static int level(Section section, String key, int byDefault) {
    return section
        .value(key)
        .flatMap(value -> value.integer(1, SeverityLevels.MOST))
        .orElse(byDefault);
  }

  private Optional<FlappingSpec> flapping() {
    Optional<Section> given = alerts.value("flapping").map(value -> value.section(Keys.FLAPPING));
    Optional<Integer> events =
        given
            .flatMap(section -> section.required("events"))
            .flatMap(value -> value.integer(FlappingSpec.LEAST_EVENTS, FlappingSpec.MOST_EVENTS));
    Optional<Duration> within =
        given
            .flatMap(section -> section.required("within"))
            .flatMap(value -> DurationNotation.read(value, AlertSpec.SECOND, AlertSpec.LONGEST));
    return events.isPresent() && within.isPresent()
        ? Optional.of(new FlappingSpec(events.get(), within.get()))
        : Optional.empty();
  }
}
