package io.residua.detector.definition;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the holidays of a definition: a list of dates in it, or a file beside it with one a line.
 * Of a date that stands twice the first name is taken.
 */
final class HolidaySource {
  private static final String EXPECTED = "a file of holidays or a list of dates such as 2026-12-25";

  private final Optional<Path> folder;

  /**
   * @param folder of the definition; without one, no file is read
   */
  HolidaySource(Optional<Path> folder) {
    this.folder = folder;
  }

  Optional<HolidayCalendar> read(Value value) {
    Optional<SortedMap<LocalDate, String>> days =
        value.isList() ? listed(value) : value.text(EXPECTED).flatMap(name -> file(value, name));
    return days.flatMap(read -> calendar(value, read));
  }

  private static Optional<HolidayCalendar> calendar(
      Value value, SortedMap<LocalDate, String> days) {
    if (days.isEmpty() || days.size() > HolidayCalendar.MOST) {
      value.problem(
          "expected 1 to %d holidays, found %d".formatted(HolidayCalendar.MOST, days.size()));
      return Optional.empty();
    }
    return Optional.of(new HolidayCalendar(days));
  }

  private static Optional<SortedMap<LocalDate, String>> listed(Value value) {
    SortedMap<LocalDate, String> days = new TreeMap<>();
    boolean whole = true;
    for (Value element : value.list(EXPECTED).orElseThrow()) {
      Optional<String> text = element.text(HolidayLine.EXPECTED);
      Optional<HolidayLine> line = text.flatMap(HolidayLine::read);
      line.ifPresent(day -> days.putIfAbsent(day.date(), day.name()));
      if (line.isEmpty()) {
        text.ifPresent(wrong -> element.wrong(HolidayLine.EXPECTED));
        whole = false;
      }
    }
    return whole ? Optional.of(days) : Optional.empty();
  }

  private Optional<SortedMap<LocalDate, String>> file(Value value, String name) {
    if (folder.isEmpty()) {
      return value.wrong("a list of dates such as 2026-12-25, as no file can be read from here");
    }
    try {
      return lines(value, name, TextFile.read(folder.get().resolve(name)).lines().toList());
    } catch (IOException | InvalidPathException e) {
      value.problem(
          "the holiday file %s cannot be read: %s"
              .formatted(Quotes.shortened(name), Quotes.reason(e)));
      return Optional.empty();
    }
  }

  private static Optional<SortedMap<LocalDate, String>> lines(
      Value value, String name, List<String> lines) {
    SortedMap<LocalDate, String> days = new TreeMap<>();
    for (int number = 1; number <= lines.size(); number++) {
      String text = lines.get(number - 1).replace("\uFEFF", "").strip();
      Optional<HolidayLine> line = HolidayLine.read(text);
      line.ifPresent(day -> days.putIfAbsent(day.date(), day.name()));
      if (line.isEmpty() && !isNoHoliday(text, number)) {
        value.problem(
            "the holiday file %s, line %d: expected %s, found %s"
                .formatted(
                    Quotes.shortened(name), number, HolidayLine.EXPECTED, Quotes.shortened(text)));
        return Optional.empty();
      }
    }
    return Optional.of(days);
  }

  /** An empty line, a comment, or a CSV file's header. */
  private static boolean isNoHoliday(String text, int number) {
    return text.isEmpty()
        || text.startsWith("#")
        || number == 1 && text.matches("(?i)\"?date\"?([,;\\s].*)?");
  }
}
