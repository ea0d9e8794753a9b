package io.residua.trainer.latent;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A field's categories: the share of a group's most frequent one on either side, as the difference
 * of {@code 2 asin √share} (Cohen's h).
 *
 * @param values one for each row, in words that follow "is"; null where it is missing
 */
record CategoryAspect(int field, String name, String[] values) implements Aspect {

  @Override
  public Difference of(boolean[] inGroup) {
    Map<String, Integer> own = counts(inGroup, true);
    Map<String, Integer> others = counts(inGroup, false);
    if (own.isEmpty() || others.isEmpty()) {
      return new Difference(field, 0, "");
    }
    String frequent =
        own.entrySet().stream()
            .max(Comparator.comparingInt(Map.Entry<String, Integer>::getValue))
            .orElseThrow()
            .getKey();
    double share = share(own, frequent);
    double among = share(others, frequent);
    return new Difference(
        field,
        2 * Math.asin(Math.sqrt(share)) - 2 * Math.asin(Math.sqrt(among)),
        "%s is %s in %s of them, in %s of the others"
            .formatted(name, frequent, Words.percent(share), Words.percent(among)));
  }

  /** Sorted, so that of equals the same one is the most frequent every time. */
  private Map<String, Integer> counts(boolean[] inGroup, boolean wanted) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int row = 0; row < values.length; row++) {
      if (inGroup[row] == wanted && values[row] != null) {
        counts.merge(values[row], 1, Integer::sum);
      }
    }
    return counts;
  }

  private static double share(Map<String, Integer> counts, String value) {
    double all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.getOrDefault(value, 0) / all;
  }
}
