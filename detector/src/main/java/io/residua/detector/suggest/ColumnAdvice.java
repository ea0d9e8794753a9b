package io.residua.detector.suggest;

import io.residua.detector.definition.LabelNames;
import io.residua.detector.feature.ValueText;

/** Decides what to do with each column that is neither the key nor the time. */
final class ColumnAdvice {
  private static final String STANDARD = "transform: standard";
  private static final String LOGARITHM = "transform: [log1p, standard]";
  private static final String ONE_HOT = "encode: one-hot";
  private static final String FREQUENCY = "encode: frequency";
  private static final String HASH = "encode: hash:32";

  /** Labels have few values; a number that is only named like one may be a feature. */
  private static final long MOST_LABELS = 50;

  private static final long FEW_CATEGORIES = 100;

  /** Rows a category that a frequency can be told from. */
  private static final long ROWS_PER_CATEGORY = 10;

  /** How far beyond the median a logarithm is worth it; below, it is nearly a straight line. */
  private static final double WORTH_A_LOGARITHM = 10;

  private ColumnAdvice() {}

  static Suggestion on(ColumnProfile column) {
    if (column.distinct() == 0) {
      return Suggestion.leftOut("", "no value in any row");
    }
    if (LabelNames.matches(column.name()) && column.distinct() <= MOST_LABELS) {
      return Suggestion.leftOut("", "named like a label: what the detector must not see");
    }
    return switch (column.kind()) {
      case NUMBER -> number(column);
      case TEXT -> text(column);
      case BOOLEAN -> flag(column);
      case TIME -> onTime();
    };
  }

  /** The key as a feature: with few keys, what is normal may differ from key to key. */
  static Suggestion onKey(ColumnProfile key) {
    if (key.distinct() == 1) {
      return Suggestion.leftOut(ONE_HOT, "always " + Remarks.examples(key));
    }
    return key.distinct() <= FEW_CATEGORIES
        ? Suggestion.feature(ONE_HOT, "so that each key has its own normal")
        : Suggestion.leftOut("", "the key: %d values".formatted(key.distinct()));
  }

  /** Times are not features by default: a short sample does not show every hour and every day. */
  static Suggestion onTime() {
    return Suggestion.leftOut(
        "encode: [hour-of-day, day-of-week]", "where the hour and the day matter");
  }

  private static Suggestion number(ColumnProfile column) {
    if (column.distinct() == 1) {
      return Suggestion.leftOut(STANDARD, "always " + ValueText.about(column.min()));
    }
    if (column.ascending() && column.distinct() > FEW_CATEGORIES) {
      return Suggestion.leftOut(STANDARD, "never decreases: a counter or a clock");
    }
    if (ColumnNames.isIdentifier(column.name()) && column.distinct() > FEW_CATEGORIES) {
      return Suggestion.leftOut(HASH, "an identifier: %d values".formatted(column.distinct()));
    }
    return Suggestion.feature(heavyTail(column) ? LOGARITHM : STANDARD, Remarks.range(column));
  }

  /** Whether a quantity of at least 0 reaches far beyond what is usual. */
  static boolean heavyTail(ColumnProfile column) {
    double above = column.q95() - column.median();
    double below = column.median() - column.q05();
    return column.min() >= 0
        && 1 + column.max() > WORTH_A_LOGARITHM * (1 + column.median())
        && (above > 3 * below || column.max() > 4 * column.q95());
  }

  private static Suggestion text(ColumnProfile column) {
    String values = "%d values".formatted(column.distinct());
    if (column.distinct() == 1) {
      return Suggestion.leftOut(ONE_HOT, "always " + Remarks.examples(column));
    }
    if (column.distinct() <= FEW_CATEGORIES && 2 * column.distinct() <= column.present()) {
      return Suggestion.feature(ONE_HOT, values + ": " + Remarks.examples(column));
    }
    return ROWS_PER_CATEGORY * column.distinct() <= column.present()
        ? Suggestion.feature(FREQUENCY, values + ", as " + Remarks.examples(column))
        : Suggestion.leftOut(HASH, "nearly an identifier: " + values);
  }

  private static Suggestion flag(ColumnProfile column) {
    return column.distinct() == 1
        ? Suggestion.leftOut(ONE_HOT, "always " + Remarks.examples(column))
        : Suggestion.feature(ONE_HOT, "true or false");
  }
}
