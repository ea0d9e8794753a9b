package io.residua.trainer;

import io.residua.detector.bundle.ModelParts;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Which of a training's rows hold which value of the field that networks are trained per. */
final class ValueRows {
  /** With fewer rows to fit to, a value's own network would know it worse than the global one. */
  static final int FEWEST_TRAINING = 500;

  /** With fewer held-out rows there is no tail, and rare budgets cannot be kept. */
  static final int FEWEST_HELD_OUT = 200;

  private final String[] training;
  private final String[] heldOut;
  private final Map<String, Count> counts = new HashMap<>();

  /** How often a value stands on either side of the split. */
  record Count(String value, int training, int heldOut) {
    private Count and(Count more) {
      return new Count(value, training + more.training, heldOut + more.heldOut);
    }

    private boolean isEnough() {
      return training >= FEWEST_TRAINING && heldOut >= FEWEST_HELD_OUT && ModelParts.isValue(value);
    }
  }

  private ValueRows(String[] training, String[] heldOut) {
    this.training = training;
    this.heldOut = heldOut;
    for (String value : training) {
      add(value, 1, 0);
    }
    for (String value : heldOut) {
      add(value, 0, 1);
    }
  }

  private void add(String value, int inTraining, int inHeldOut) {
    if (value != null) {
      counts.merge(value, new Count(value, inTraining, inHeldOut), Count::and);
    }
  }

  static ValueRows of(EventTable events, String field, RowSplit split) {
    int index = events.layout().indexOf(field, FieldKind.TEXT);
    return new ValueRows(
        values(events, index, split.training()), values(events, index, split.heldOut()));
  }

  private static String[] values(EventTable events, int field, int[] rows) {
    return IntStream.of(rows).mapToObj(row -> events.text(row, field)).toArray(String[]::new);
  }

  /** Every value, the most frequent one in training first. */
  List<Count> counts() {
    return counts.values().stream()
        .sorted(
            Comparator.comparingInt((Count count) -> -count.training()).thenComparing(Count::value))
        .toList();
  }

  /** The values that have rows enough for a network of their own, most frequent ones first. */
  List<String> enough(int most) {
    return counts().stream().filter(Count::isEnough).limit(most).map(Count::value).toList();
  }

  /** Which of the split's training rows hold a value. */
  int[] training(String value) {
    return positions(training, value);
  }

  /** Which of the split's held-out rows hold a value. */
  int[] heldOut(String value) {
    return positions(heldOut, value);
  }

  private static int[] positions(String[] values, String value) {
    return IntStream.range(0, values.length)
        .filter(row -> Objects.equals(values[row], value))
        .toArray();
  }
}
