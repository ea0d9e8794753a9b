package io.residua.trainer.family;

import java.util.Locale;

/** Names of constants as people write them. */
final class Lower {
  private Lower() {}

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant that people write so. */
  static <E extends Enum<E>> E constant(Class<E> of, String name) {
    return Enum.valueOf(of, name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
