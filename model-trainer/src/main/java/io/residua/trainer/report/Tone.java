package io.residua.trainer.report;

import java.util.Locale;

/** What a mark stands for; the style sheet gives each a colour for light and for dark pages. */
enum Tone {
  MAIN,
  SECOND,
  LIMIT,
  QUIET,
  GROUP_1,
  GROUP_2,
  GROUP_3,
  GROUP_4,
  GROUP_5,
  GROUP_6,
  GROUP_7,
  GROUP_8;

  /** The tone of a group of records, numbers from 0 to 7. */
  static Tone group(int number) {
    return values()[GROUP_1.ordinal() + number];
  }

  String cssClass() {
    return name().toLowerCase(Locale.ROOT);
  }
}
