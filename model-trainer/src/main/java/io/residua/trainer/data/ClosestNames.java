package io.residua.trainer.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that a misspelt one may have been meant to be. */
final class ClosestNames {
  /** How many are worth reading. */
  private static final int MOST = 3;

  /** Longer names are cut before they are compared: the distance takes time by the square. */
  private static final int LONGEST = 64;

  private ClosestNames() {}

  /** The closest first. */
  static List<String> to(String name, Collection<String> candidates) {
    return candidates.stream()
        .sorted(Comparator.comparingInt(candidate -> distance(folded(name), folded(candidate))))
        .limit(MOST)
        .toList();
  }

  private static String folded(String name) {
    return name.substring(0, Math.min(LONGEST, name.length())).toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's distance: insertions, deletions and replacements. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
