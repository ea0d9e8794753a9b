package io.residua.detector.definition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One holiday as a file or a definition spells it: an ISO date and, behind a space, a comma or a
 * semicolon, its name.
 */
record HolidayLine(LocalDate date, String name) {
  static final String EXPECTED = "a date such as 2026-12-25, with or without a name behind it";

  private static final Pattern LINE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[\\s,;]+(.*))?", Pattern.DOTALL);

  /** Empty where the text does not begin with a date of the calendar. */
  static Optional<HolidayLine> read(String text) {
    Matcher line = LINE.matcher(text.strip());
    if (!line.matches()) {
      return Optional.empty();
    }
    try {
      String name = line.group(2) == null ? "" : cleaned(line.group(2));
      return Optional.of(new HolidayLine(LocalDate.parse(line.group(1)), name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** On one line, without the quotes of a CSV file, and not too long. */
  static String cleaned(String name) {
    String line = name.replaceAll("[\\p{Cntrl}\\s\"]+", " ").strip();
    if (line.length() <= HolidayCalendar.LONGEST_NAME) {
      return line;
    }
    int end = HolidayCalendar.LONGEST_NAME;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
        .strip();
  }

  @Override
  public String toString() {
    return name.isEmpty() ? date.toString() : date + " " + name;
  }
}
