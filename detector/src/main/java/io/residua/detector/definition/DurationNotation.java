package io.residua.detector.definition;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as a definition spells them, one whole number and one unit: {@code 500ms}, {@code 30s},
 * {@code 10m}, {@code 1h}, {@code 7d}. A day is 24 hours.
 */
public final class DurationNotation {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,12})(ms|s|m|h|d)");
  private static final String[] UNITS = {"d", "h", "m", "s", "ms"};
  private static final long[] MILLIS = {86_400_000L, 3_600_000L, 60_000L, 1_000L, 1L};

  private DurationNotation() {}

  /**
   * The shortest spelling, in the largest unit that is exact: {@code 90m}, {@code 2h}, {@code 0s}.
   *
   * @param duration of at least 0, in whole milliseconds
   */
  public static String write(Duration duration) {
    long millis = duration.toMillis();
    if (duration.isNegative() || !Duration.ofMillis(millis).equals(duration)) {
      throw new IllegalArgumentException(
          "a duration must be of at least 0 and in whole milliseconds, got " + duration);
    }
    if (millis == 0) {
      return "0s";
    }
    int unit = 0;
    while (millis % MILLIS[unit] != 0) {
      unit++;
    }
    return millis / MILLIS[unit] + UNITS[unit];
  }

  /** The duration that a text spells; empty where it spells none. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            Duration.ofMillis(millisOf(matcher.group(2)))
                .multipliedBy(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  /** Reads a duration within bounds, both allowed; another one is a problem. */
  static Optional<Duration> read(Value value, Duration least, Duration most) {
    String expected =
        "a duration from %s to %s, such as 30s, 10m or 1h".formatted(write(least), write(most));
    Optional<Duration> duration =
        value
            .text(expected)
            .flatMap(DurationNotation::parse)
            .filter(found -> found.compareTo(least) >= 0 && found.compareTo(most) <= 0);
    return duration.isPresent() || !value.isText() ? duration : value.wrong(expected);
  }

  private static long millisOf(String unit) {
    int index = 0;
    while (!UNITS[index].equals(unit)) {
      index++;
    }
    return MILLIS[index];
  }
}
