package io.residua.detector.alert;

import io.residua.detector.feature.Direction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An explanation as one sentence for people. */
public final class Reason {
  /** Fields that a sentence names; more would not be read. */
  private static final int NAMED = 3;

  private Reason() {}

  /**
   * For example {@code amount 4210 is high, expected about 60 (71 %); country FR, expected DE (9
   * %)}.
   */
  public static String of(List<FieldContribution> explanation) {
    if (explanation.isEmpty()) {
      return "the record as a whole does not look like the training data";
    }
    return explanation.stream().limit(NAMED).map(Reason::clause).collect(Collectors.joining("; "));
  }

  private static String clause(FieldContribution line) {
    String observed =
        switch (line.direction()) {
          case HIGH, LOW ->
              line.observed() + " is " + line.direction().name().toLowerCase(Locale.ROOT);
          case DIFFERENT, UNKNOWN -> String.valueOf(line.observed());
        };
    String about = line.direction() == Direction.DIFFERENT ? "" : "about ";
    return "%s %s, expected %s%s (%d %%)"
        .formatted(line.field(), observed, about, line.expected(), Math.round(100 * line.share()));
  }
}
