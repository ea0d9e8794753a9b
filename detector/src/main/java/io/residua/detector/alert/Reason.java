package io.residua.detector.alert;

import io.residua.detector.feature.Direction;
import java.util.List;
import java.util.stream.Collectors;

/** An explanation as one sentence for people. */
public final class Reason {
  /** Fields that a sentence names; more would not be read. */
  private static final int NAMED = 3;

  /** Share below which a field is named only where no other is. */
  private static final double WORTH_NAMING = 0.05;

  private Reason() {}

  /**
   * Fields that are as expected are named only where all are. For example {@code amount 4,210 is
   * high: expected about 60, normal for this card below 140 (71 %); country FR: expected DE (9 %)}.
   *
   * @param explanation largest share first, as {@code Scorer.explain} gives it
   */
  public static String of(List<FieldContribution> explanation) {
    if (explanation.isEmpty()) {
      return "the record as a whole does not look like the training data";
    }
    List<FieldContribution> telling = explanation.stream().filter(Reason::tells).toList();
    List<FieldContribution> lines = telling.isEmpty() ? explanation : telling;
    double least = Math.min(WORTH_NAMING, lines.get(0).share());
    return lines.stream()
        .filter(line -> line.share() >= least)
        .limit(NAMED)
        .map(Reason::clause)
        .collect(Collectors.joining("; "));
  }

  /** A field that is as expected has a share where another one draws the network along. */
  private static boolean tells(FieldContribution line) {
    return line.direction() != Direction.UNKNOWN || line.observed() == null;
  }

  private static String clause(FieldContribution line) {
    return "%s (%d %%)".formatted(line.sentence(), Math.round(100 * line.share()));
  }
}
