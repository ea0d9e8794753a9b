package io.residua.detector.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Constants as a definition spells them: lower case, with hyphens. */
final class Names {
  private Names() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> List<String> all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Names::of).toList();
  }
}
