package io.residua.detector.feature;

import io.residua.detector.event.EventTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each category of a column was seen.
 *
 * @param ranked the most frequent first, equally frequent ones in the order of their text; without
 *     texts longer than {@value #LONGEST} characters, as a model must not carry documents
 * @param rows in how many rows the column is present, also with such a text
 */
record CategoryCounts(List<CategoryCount> ranked, int rows) {
  static final int LONGEST = 1_000;

  static CategoryCounts of(EventTable table, int field) {
    Map<String, Integer> counts = new HashMap<>();
    int rows = 0;
    for (int row = 0; row < table.rows(); row++) {
      String category = table.text(row, field);
      if (category != null) {
        rows++;
        if (category.length() <= LONGEST) {
          counts.merge(category, 1, Integer::sum);
        }
      }
    }
    List<CategoryCount> ranked =
        counts.entrySet().stream()
            .map(entry -> new CategoryCount(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong(CategoryCount::rows)
                    .reversed()
                    .thenComparing(CategoryCount::category))
            .toList();
    return new CategoryCounts(ranked, rows);
  }
}
