package io.residua.detector.alert;

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
   * For example {@code amount 4,210 is high: expected about 60, normal for this card below 140 (71
   * %); country FR: expected DE (9 %)}.
   *
   * @param explanation largest share first, as {@code Scorer.explain} gives it
   */
  public static String of(List<FieldContribution> explanation) {
    if (explanation.isEmpty()) {
      return "the record as a whole does not look like the training data";
    }
    double least = Math.min(WORTH_NAMING, explanation.get(0).share());
    return explanation.stream()
        .filter(line -> line.share() >= least)
        .limit(NAMED)
        .map(Reason::clause)
        .collect(Collectors.joining("; "));
  }

  private static String clause(FieldContribution line) {
    return "%s (%d %%)".formatted(line.sentence(), Math.round(100 * line.share()));
  }
}
