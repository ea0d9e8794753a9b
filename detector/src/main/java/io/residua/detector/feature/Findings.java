package io.residua.detector.feature;

import io.residua.detector.event.EventTable;
import java.util.ArrayList;
import java.util.List;

/** What fitting finds out about the data besides the features themselves. */
final class Findings {
  private static final double MOSTLY = 0.5;

  private final int rows;
  private final List<String> warnings = new ArrayList<>();
  private final List<String> empty = new ArrayList<>();
  private final List<String> longTexts = new ArrayList<>();
  private boolean varies;

  Findings(EventTable table) {
    this.rows = table.rows();
  }

  /** Notes in how many rows a field is present; false when in none. */
  boolean present(String field, int count) {
    if (count == 0) {
      empty.add(field);
    } else if (rows - count > MOSTLY * rows) {
      warn(
          "field %s is missing in %s %% of the %d rows"
              .formatted(field, ValueText.briefly(100.0 * (rows - count) / rows), rows));
    }
    return count > 0;
  }

  /** Notes that a category is nothing but documents. */
  void onlyLongTexts(String field) {
    longTexts.add(field);
  }

  /** Notes whether a field has more than one value. */
  void varies(String field, boolean varied, String onlyValue, String consequence) {
    varies |= varied;
    if (!varied) {
      warn("field %s is always %s: %s".formatted(field, onlyValue, consequence));
    }
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  List<String> warnings() {
    return warnings;
  }

  void throwIfUnusable() throws UnusableDataException {
    if (!empty.isEmpty()) {
      throw new UnusableDataException(
          "expected every feature's field in the data, found no value in any of the %d rows for %s"
              .formatted(rows, String.join(", ", empty)));
    }
    if (!longTexts.isEmpty()) {
      throw new UnusableDataException(
          "expected categories of at most %d characters, found only longer texts in %s"
              .formatted(CategoryCounts.LONGEST, String.join(", ", longTexts)));
    }
    if (!varies) {
      throw new UnusableDataException(
          "expected at least one field that varies, found the same values in all %d rows"
              .formatted(rows));
    }
  }
}
