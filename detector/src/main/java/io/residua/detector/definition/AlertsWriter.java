package io.residua.detector.definition;

import io.residua.detector.definition.SuppressionRule.FieldCondition;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Writes the section {@code alerts}: what {@link AlertsReader} makes of it equals it. */
final class AlertsWriter {
  private final StringBuilder yaml = new StringBuilder("alerts:\n");

  private AlertsWriter() {}

  static String write(AlertSpec alerts) {
    AlertsWriter writer = new AlertsWriter();
    writer.line("explain", String.valueOf(alerts.explain()));
    writer.line("consecutive", ConsecutiveNotation.write(alerts.consecutive()));
    writer.line("close-after", DurationNotation.write(alerts.closeAfter()));
    writer.line("update-every", DurationNotation.write(alerts.updateEvery()));
    writer.line("cooldown", DurationNotation.write(alerts.cooldown()));
    alerts.by().ifPresent(field -> writer.line("by", YamlText.scalar(field)));
    writer.line("severity", levels(alerts.levels()));
    alerts.flapping().ifPresent(flapping -> writer.line("flapping", flapping(flapping)));
    alerts.silence().ifPresent(silence -> writer.line("silence", DurationNotation.write(silence)));
    if (!alerts.suppress().isEmpty()) {
      writer.yaml.append("  suppress:\n");
      alerts.suppress().forEach(writer::rule);
    }
    return writer.yaml.toString();
  }

  private void line(String key, String value) {
    yaml.append("  ").append(key).append(": ").append(value).append('\n');
  }

  private static String levels(SeverityLevels levels) {
    return "{ medium: %d, high: %d, critical: %d }"
        .formatted(levels.medium(), levels.high(), levels.critical());
  }

  private static String flapping(FlappingSpec flapping) {
    return "{ events: %d, within: %s }"
        .formatted(flapping.events(), DurationNotation.write(flapping.within()));
  }

  private void rule(SuppressionRule rule) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("name", YamlText.scalar(rule.name()));
    if (!rule.keys().isEmpty()) {
      keys.put("keys", list(rule.keys().stream().sorted().map(YamlText::scalar).toList()));
    }
    rule.values().ifPresent(values -> condition(values, keys));
    rule.muteUntil().ifPresent(time -> keys.put("mute-until", YamlText.scalar(time.toString())));
    if (!rule.maintenance().isEmpty()) {
      keys.put("maintenance", list(rule.maintenance().stream().map(AlertsWriter::window).toList()));
    }
    String before = "    - ";
    for (Map.Entry<String, String> entry : keys.entrySet()) {
      yaml.append(before).append(entry.getKey()).append(": ").append(entry.getValue());
      yaml.append('\n');
      before = "      ";
    }
  }

  private static void condition(FieldCondition values, Map<String, String> keys) {
    keys.put("field", YamlText.scalar(values.field()));
    number("above", values.above(), keys);
    number("below", values.below(), keys);
    number("deviation-below", values.deviationBelow(), keys);
    number("deviation-below-percent", values.deviationBelowPercent(), keys);
    values.direction().ifPresent(side -> keys.put("direction", Names.of(side)));
  }

  private static void number(String key, OptionalDouble number, Map<String, String> keys) {
    number.ifPresent(value -> keys.put(key, Numbers.write(value)));
  }

  private static String window(MaintenanceWindow window) {
    if (window instanceof MaintenanceWindow.Period period) {
      return "{ from: \"%s\", to: \"%s\" }".formatted(period.from(), period.to());
    }
    MaintenanceWindow.Weekly weekly = (MaintenanceWindow.Weekly) window;
    return "{ days: %s, from: \"%s\", to: \"%s\", zone: %s }"
        .formatted(
            list(weekly.days().stream().sorted().map(AlertsWriter::day).toList()),
            weekly.from(),
            weekly.to(),
            YamlText.scalar(weekly.zone().getId()));
  }

  private static String day(DayOfWeek day) {
    return MaintenanceReader.DAYS.get(day.getValue() - 1);
  }

  private static String list(List<String> elements) {
    return elements.stream().collect(Collectors.joining(", ", "[", "]"));
  }
}
