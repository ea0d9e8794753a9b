package io.residua.trainer.family;

import java.util.Locale;

/** Names of constants as people write them. */
final class Lower {
  private Lower() {}

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
