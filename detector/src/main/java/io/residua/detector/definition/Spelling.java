package io.residua.detector.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that a misspelt one was meant to be. */
final class Spelling {
  /** Longer words are not compared: the edit distance takes time by the square of the length. */
  private static final int LONGEST = 40;

  private Spelling() {}

  /** {@code ; did you mean "X"?}, or nothing where no candidate is near. */
  static String hint(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }

  /** The nearest candidate, at most a third of the word's letters (and at least two) away. */
  static Optional<String> nearest(String word, Collection<String> candidates) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    int most = Math.max(2, word.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(word, candidate) <= Math.min(most, candidate.length() - 1))
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /** Levenshtein's distance: insertions, deletions and replacements. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
