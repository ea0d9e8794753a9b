package io.residua.detector.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names under which data carries the answer. A label among the features teaches a detector the
 * label instead of what is normal.
 */
public final class LabelNames {
  private static final Set<String> WORDS =
      Set.of("label", "labels", "fraud", "isfraud", "anomaly", "isanomaly", "anomalous", "outlier");
  private static final Set<String> WHOLE =
      Set.of("class", "target", "attack", "is attack", "intrusion", "ground truth", "truth");

  private LabelNames() {}

  /**
   * Whether a field's name, the last one of its path, is a label's: {@code TX_FRAUD}, {@code
   * class}.
   */
  public static boolean matches(String path) {
    List<String> words = words(path.substring(path.lastIndexOf('.') + 1));
    return words.stream().anyMatch(WORDS::contains) || WHOLE.contains(String.join(" ", words));
  }

  private static List<String> words(String name) {
    String spaced = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return Arrays.stream(spaced.split("[^a-z]+")).filter(word -> !word.isEmpty()).toList();
  }
}
