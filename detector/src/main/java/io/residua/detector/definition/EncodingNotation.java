package io.residua.detector.definition;

import io.residua.detector.definition.EncodingSpec.Hash;
import io.residua.detector.definition.EncodingSpec.Holiday;
import io.residua.detector.definition.EncodingSpec.Simple;
import java.util.stream.Collectors;

/** Encodings as a definition spells them: {@code one-hot}, {@code hash:32}. */
final class EncodingNotation {
  private EncodingNotation() {}

  /** With all its settings, holidays in place. */
  static String write(EncodingSpec encoding) {
    return encoding instanceof Holiday holiday ? write(holiday.calendar()) : name(encoding);
  }

  private static String write(HolidayCalendar calendar) {
    return calendar.days().entrySet().stream()
        .map(day -> new HolidayLine(day.getKey(), day.getValue()).toString())
        .map(YamlText::quoted)
        .collect(Collectors.joining(", ", "{ holiday: [", "] }"));
  }

  /** For messages. */
  static String name(EncodingSpec encoding) {
    if (encoding instanceof Holiday) {
      return "holiday";
    }
    return encoding instanceof Hash hash ? "hash:" + hash.slots() : Names.of((Simple) encoding);
  }
}
