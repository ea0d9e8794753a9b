package io.residua.trainer.latent;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Describes groups of rows by the fields of their records. */
final class GroupsInWords {
  private static final int MOST_DIFFERENCES = 4;
  private static final int MOST_FIELDS = 12;

  /** Cohen's medium effect: smaller differences are not seen in single records. */
  private static final double LEAST_SIZE = 0.5;

  private final RowsInWords rows;
  private final List<Aspect> aspects;

  GroupsInWords(RowsInWords rows) {
    this.rows = rows;
    this.aspects = rows.aspects();
  }

  /**
   * @param inGroup for each row
   * @param typical the row that stands for the group
   */
  LatentGroup describe(boolean[] inGroup, int typical) {
    List<Difference> differences = differences(inGroup);
    List<String> apart =
        differences.stream()
            .filter(difference -> difference.size() >= LEAST_SIZE)
            .limit(MOST_DIFFERENCES)
            .map(Difference::words)
            .toList();
    List<FieldValue> values =
        differences.stream()
            .limit(MOST_FIELDS)
            .map(difference -> rows.value(typical, difference.field()))
            .toList();
    int records = (int) IntStream.range(0, inGroup.length).filter(row -> inGroup[row]).count();
    return new LatentGroup(records, apart, values, rows.fields() - values.size());
  }

  /** The most telling one of each field, in this order. */
  private List<Difference> differences(boolean[] inGroup) {
    Set<Integer> seen = new HashSet<>();
    return aspects.stream()
        .map(aspect -> aspect.of(inGroup))
        .sorted(Comparator.comparingDouble(Difference::size).reversed())
        .filter(difference -> seen.add(difference.field()))
        .toList();
  }
}
