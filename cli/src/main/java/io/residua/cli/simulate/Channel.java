package io.residua.cli.simulate;

import java.util.Locale;

/** How a card was used. */
enum Channel {
  CHIP,
  CONTACTLESS,
  MAGSTRIPE,
  ONLINE;

  /** Its spelling in the data. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
