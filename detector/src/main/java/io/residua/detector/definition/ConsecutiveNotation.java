package io.residua.detector.definition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code N} for N in a row, {@code N of M} for N among the last M. */
final class ConsecutiveNotation {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,3})(?: +of +([0-9]{1,3}))?");
  private static final String EXPECTED =
      "N or \"N of M\" with 1 <= N <= M <= " + ConsecutiveSpec.MOST_RECORDS;

  private ConsecutiveNotation() {}

  static String write(ConsecutiveSpec spec) {
    String anomalies = String.valueOf(spec.anomalies());
    return spec.anomalies() == spec.records() ? anomalies : anomalies + " of " + spec.records();
  }

  static Optional<ConsecutiveSpec> read(Value value) {
    Optional<String> text = value.text(EXPECTED);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(text.get().strip());
    try {
      return matcher.matches() ? Optional.of(spec(matcher)) : value.wrong(EXPECTED);
    } catch (IllegalArgumentException outOfRange) {
      return value.wrong(EXPECTED);
    }
  }

  private static ConsecutiveSpec spec(Matcher matcher) {
    int anomalies = Integer.parseInt(matcher.group(1));
    int records = matcher.group(2) == null ? anomalies : Integer.parseInt(matcher.group(2));
    return new ConsecutiveSpec(anomalies, records);
  }
}
