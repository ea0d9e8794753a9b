package io.residua.detector.definition;

import io.residua.detector.definition.EncodingSpec.Hash;
import io.residua.detector.definition.EncodingSpec.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the encodings of a feature: {@code one-hot}, {@code hash:32}, {@code {holiday: FILE}}. */
final class EncodingReader {
  private static final List<String> SIMPLE = Names.all(Simple.class);
  private static final String EXPECTED =
      "an encoding (" + String.join(", ", SIMPLE) + ", hash:SLOTS, {holiday: FILE})";

  private final HolidaySource holidays;

  EncodingReader(HolidaySource holidays) {
    this.holidays = holidays;
  }

  /** Reads one encoding or a list of them; incomplete where problems were recorded. */
  List<EncodingSpec> readAll(Value value) {
    List<EncodingSpec> encodings = new ArrayList<>();
    for (Value element : value.oneOrMore(EXPECTED)) {
      Optional<EncodingSpec> encoding = read(element);
      if (encoding.isPresent() && encodings.contains(encoding.get())) {
        element.problem(EncodingNotation.name(encoding.get()) + " stands twice");
      } else {
        encoding.ifPresent(encodings::add);
      }
    }
    refuseMixture(value, encodings);
    return encodings;
  }

  private static void refuseMixture(Value value, List<EncodingSpec> encodings) {
    long times = encodings.stream().filter(EncodingSpec::isTime).count();
    if (times > 0 && times < encodings.size()) {
      value.problem(
          "expected encodings of a category or of a time, found both; write two entries, one for"
              + " each reading of the field");
    }
  }

  private Optional<EncodingSpec> read(Value value) {
    if (value.isSection()) {
      return value
          .section(Keys.ENCODE)
          .required("holiday")
          .flatMap(holidays::read)
          .map(EncodingSpec.Holiday::new);
    }
    Optional<String> text = value.text(EXPECTED);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int index = SIMPLE.indexOf(text.get());
    if (index >= 0) {
      return Optional.of(Simple.values()[index]);
    }
    return text.get().startsWith("hash:")
        ? hash(value, text.get().substring("hash:".length()))
        : value.wrong(EXPECTED, Spelling.hint(text.get(), SIMPLE));
  }

  private static Optional<EncodingSpec> hash(Value value, String slots) {
    if (slots.matches("[0-9]{1,5}")) {
      int number = Integer.parseInt(slots);
      if (number >= Hash.LEAST && number <= Hash.MOST) {
        return Optional.of(new Hash(number));
      }
    }
    return value.wrong("hash:SLOTS with %d to %d slots".formatted(Hash.LEAST, Hash.MOST));
  }
}
