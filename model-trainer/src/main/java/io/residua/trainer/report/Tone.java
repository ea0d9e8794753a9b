package io.residua.trainer.report;

import java.util.Locale;

/** What a mark stands for; the style sheet gives each a colour for light and for dark pages. */
enum Tone {
  MAIN,
  SECOND,
  LIMIT,
  QUIET;

  String cssClass() {
    return name().toLowerCase(Locale.ROOT);
  }
}
