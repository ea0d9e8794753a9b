package io.residua.trainer;

import io.residua.detector.bundle.ModelParts;
import io.residua.trainer.ValueRows.Count;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The field that networks are trained per, in words for people. Its values are anybody's text.
 *
 * @param field its path
 * @param rows which rows hold which value
 */
record PerField(String field, ValueRows rows) {
  private static final int MOST_LINES = 100;
  private static final int LONGEST = 60;

  /** A value with its field, as in {@code country "DE"}. */
  String named(String value) {
    return "%s \"%s\"".formatted(field, shown(value));
  }

  /** How many values have a network of their own, and what the others lack. */
  String sentence(Collection<String> own) {
    List<Count> counts = rows.counts();
    long others =
        counts.stream()
            .filter(count -> !own.contains(count.value()))
            .mapToLong(count -> count.training() + count.heldOut())
            .sum();
    return "%,d of %,d values of %s have a network of their own; the global one scores the others"
            .formatted(own.size(), counts.size(), field)
        + " (%,d rows): a value needs %d rows to train on and %d held out, and at most %d have one"
            .formatted(
                others, ValueRows.FEWEST_TRAINING, ValueRows.FEWEST_HELD_OUT, ModelParts.MOST);
  }

  /** Each value with its network and rows, the most frequent ones first. */
  Map<String, String> lines(Collection<String> own) {
    List<Count> counts = rows.counts();
    Map<String, String> lines = new LinkedHashMap<>();
    for (Count count : counts.subList(0, Math.min(MOST_LINES, counts.size()))) {
      lines.put(
          named(count.value()),
          "%s network: %,d rows to train on, %,d held out"
              .formatted(
                  own.contains(count.value()) ? "its own" : "the global",
                  count.training(),
                  count.heldOut()));
    }
    if (counts.size() > MOST_LINES) {
      lines.put("%,d rarer values".formatted(counts.size() - MOST_LINES), "the global network");
    }
    return lines;
  }

  private static String shown(String value) {
    String line = value.replaceAll("\\p{Cntrl}", "?");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
