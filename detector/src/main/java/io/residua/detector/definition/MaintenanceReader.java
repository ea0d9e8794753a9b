package io.residua.detector.definition;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the list {@code maintenance} of a rule. */
final class MaintenanceReader {
  /** Of days, as definitions spell them; in the order of {@link DayOfWeek}. */
  static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private static final String EXPECTED =
      "a list of 1 to " + SuppressionRule.MOST_WINDOWS + " windows, each with from and to";

  private MaintenanceReader() {}

  /** The windows without problems. */
  static List<MaintenanceWindow> readAll(Value value) {
    List<Value> entries = value.list(EXPECTED).orElse(List.of());
    if (value.isList() && (entries.isEmpty() || entries.size() > SuppressionRule.MOST_WINDOWS)) {
      value.problem("expected %s, found %d".formatted(EXPECTED, entries.size()));
      return List.of();
    }
    List<MaintenanceWindow> windows = new ArrayList<>();
    for (Value entry : entries) {
      Section section = entry.section(Keys.MAINTENANCE);
      Optional<Value> from = section.required("from");
      Optional<Value> to = section.required("to");
      if (from.isPresent() && to.isPresent()) {
        window(entry, section, from.get(), to.get()).ifPresent(windows::add);
      }
    }
    return windows;
  }

  private static Optional<? extends MaintenanceWindow> window(
      Value entry, Section section, Value from, Value to) {
    boolean weekly =
        section.has("days")
            || section.has("zone")
            || from.isText() && from.text().filter(text -> text.contains("T")).isEmpty();
    return weekly ? weekly(entry, section, from, to) : period(entry, from, to);
  }

  private static Optional<MaintenanceWindow.Period> period(Value entry, Value from, Value to) {
    Optional<Instant> begin = SuppressionReader.instant(from);
    Optional<Instant> end = SuppressionReader.instant(to);
    if (begin.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    if (!begin.get().isBefore(end.get())) {
      entry.problem("expected from before to, found " + begin.get() + " and " + end.get());
      return Optional.empty();
    }
    return Optional.of(new MaintenanceWindow.Period(begin.get(), end.get()));
  }

  private static Optional<MaintenanceWindow.Weekly> weekly(
      Value entry, Section section, Value from, Value to) {
    Set<DayOfWeek> days =
        section.value("days").map(MaintenanceReader::days).orElse(EnumSet.allOf(DayOfWeek.class));
    Optional<LocalTime> begin = clock(from);
    Optional<LocalTime> end = clock(to);
    Optional<ZoneId> zone =
        section.has("zone")
            ? section.value("zone").flatMap(MaintenanceReader::zone)
            : Optional.of(Defaults.MAINTENANCE_ZONE);
    if (days.isEmpty() || begin.isEmpty() || end.isEmpty() || zone.isEmpty()) {
      return Optional.empty();
    }
    if (begin.equals(end)) {
      entry.problem("expected two different times, found %s twice".formatted(begin.get()));
      return Optional.empty();
    }
    return Optional.of(new MaintenanceWindow.Weekly(days, begin.get(), end.get(), zone.get()));
  }

  private static Set<DayOfWeek> days(Value value) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    String expected = "days of " + String.join(", ", DAYS);
    for (Value element : value.oneOrMore(expected)) {
      Optional<String> text = element.text(expected);
      int index = text.map(DAYS::indexOf).orElse(-1);
      if (index >= 0) {
        days.add(DayOfWeek.of(index + 1));
      } else {
        text.ifPresent(word -> element.wrong(expected, Spelling.hint(word, DAYS)));
      }
    }
    return days;
  }

  private static Optional<LocalTime> clock(Value value) {
    String expected = "a time of day such as 02:00";
    Optional<String> text = value.text(expected);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalTime.parse(text.get()));
    } catch (DateTimeParseException e) {
      return value.wrong(expected);
    }
  }

  private static Optional<ZoneId> zone(Value value) {
    String expected = "a time zone such as UTC or Europe/Berlin";
    Optional<String> text = value.text(expected);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(text.get()));
    } catch (DateTimeException e) {
      return value.wrong(expected);
    }
  }
}
