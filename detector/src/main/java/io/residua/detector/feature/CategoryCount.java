package io.residua.detector.feature;

import java.util.Objects;

/**
 * How often a category was seen in training.
 *
 * @param category the text
 * @param rows at least 1
 */
record CategoryCount(String category, long rows) {
  CategoryCount {
    Objects.requireNonNull(category, "category");
    if (rows < 1) {
      throw new IllegalArgumentException(
          "a category was seen in at least one row, got " + rows + " for " + category);
    }
  }
}
