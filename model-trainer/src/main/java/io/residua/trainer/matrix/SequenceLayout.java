package io.residua.trainer.matrix;

import io.residua.detector.definition.FieldSequence;
import io.residua.detector.feature.FeaturePipeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where a sequence stands among the features of a row.
 *
 * @param steps from the earliest to the present, at least 1
 * @param channels features of each step, at least 1
 * @param order every feature's column once: those of the earliest step, of the next and so on to
 *     the present, then those that are no part of the sequence
 */
public record SequenceLayout(int steps, int channels, List<Integer> order) {
  public SequenceLayout {
    order = List.copyOf(order);
    if (steps < 1 || channels < 1 || steps * channels > order.size()) {
      throw new IllegalArgumentException(
          "expected steps of features among %d, got %d of %d"
              .formatted(order.size(), steps, channels));
    }
    List<Integer> all = IntStream.range(0, order.size()).boxed().toList();
    if (!order.stream().sorted().toList().equals(all)) {
      throw new IllegalArgumentException(
          "expected each of %d columns once, got %s".formatted(order.size(), order));
    }
  }

  /** Where the fields of a sequence stand after features were fitted to them. */
  public static SequenceLayout of(FieldSequence sequence, FeaturePipeline features) {
    List<List<Integer>> steps =
        sequence.steps().stream()
            .map(names -> names.stream().map(name -> column(name, features)).toList())
            .toList();
    return of(features.width(), steps);
  }

  /**
   * @param width features of a row
   * @param steps columns, step by step
   */
  public static SequenceLayout of(int width, List<List<Integer>> steps) {
    List<Integer> order = new ArrayList<>();
    steps.forEach(order::addAll);
    Set<Integer> placed = new HashSet<>(order);
    for (int column = 0; column < width; column++) {
      if (!placed.contains(column)) {
        order.add(column);
      }
    }
    return new SequenceLayout(steps.size(), steps.get(0).size(), order);
  }

  private static int column(String name, FeaturePipeline features) {
    return IntStream.range(0, features.fields())
        .filter(field -> features.isNumber(field) && features.field(field).equals(name))
        .map(features::firstFeature)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no feature is the number " + name));
  }

  /** Features of a row. */
  public int width() {
    return order.size();
  }

  /** Features that are no part of the sequence. */
  public int passing() {
    return order.size() - steps * channels;
  }

  /** The order as an array. */
  public int[] columns() {
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}
