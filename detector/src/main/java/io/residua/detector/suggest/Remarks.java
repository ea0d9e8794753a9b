package io.residua.detector.suggest;

import io.residua.detector.definition.YamlText;
import io.residua.detector.feature.ValueText;
import java.util.stream.Collectors;

/** Comments on a column's values, each on one line whatever the data holds. */
final class Remarks {
  private static final int MOST_EXAMPLES = 3;
  private static final int LONGEST_EXAMPLE = 20;

  private Remarks() {}

  static String range(ColumnProfile column) {
    return "%s to %s, median %s"
        .formatted(
            ValueText.about(column.min()),
            ValueText.about(column.max()),
            ValueText.about(column.median()));
  }

  static String examples(ColumnProfile column) {
    return column.examples().stream()
        .limit(MOST_EXAMPLES)
        .map(Remarks::example)
        .collect(Collectors.joining(", "));
  }

  /** {@code ; missing in 12 %}, or nothing. */
  static String missing(ColumnProfile column) {
    return column.missing() == 0
        ? ""
        : "; missing in %s %%"
            .formatted(ValueText.briefly(100.0 * column.missing() / column.rows()));
  }

  private static String example(String text) {
    boolean whole = text.codePointCount(0, text.length()) <= LONGEST_EXAMPLE;
    return YamlText.scalar(
        whole ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_EXAMPLE)) + "…");
  }
}
