package io.residua.detector.alert;

import java.util.List;

/** One record's explanation, made when it is asked for and only once. Not thread-safe. */
final class Explained {
  private final AlertInput input;
  private List<FieldContribution> all;

  Explained(AlertInput input) {
    this.input = input;
  }

  /** Every field with a share of the score. */
  List<FieldContribution> all() {
    if (all == null) {
      all = input.explanation().apply(Integer.MAX_VALUE);
    }
    return all;
  }

  /** The first of them. */
  List<FieldContribution> first(int most) {
    if (all == null) {
      return input.explanation().apply(most);
    }
    return all.subList(0, Math.min(most, all.size()));
  }
}
