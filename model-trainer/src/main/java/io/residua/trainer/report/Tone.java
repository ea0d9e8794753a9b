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

  /** So many groups have a tone of their own. */
  static final int GROUPS = 8;

  /** The tone of a group of records, numbers from 0; quiet for more than can be told apart. */
  static Tone group(int number) {
    return number < GROUPS ? values()[GROUP_1.ordinal() + number] : QUIET;
  }

  String cssClass() {
    return name().toLowerCase(Locale.ROOT);
  }
}
