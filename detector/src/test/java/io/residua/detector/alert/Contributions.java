package io.residua.detector.alert;

import io.residua.detector.feature.Direction;
import java.util.List;

/** Lines of explanations, for tests that only hand them on. */
final class Contributions {
  private Contributions() {}

  /** A field that is its only feature. */
  static FieldContribution line(
      String field, double share, String observed, String expected, Direction direction) {
    return new FieldContribution(
        field,
        null,
        share,
        observed,
        expected,
        direction,
        null,
        field + " " + observed,
        List.of(new FeatureContribution(field, observed, expected, direction)));
  }
}
