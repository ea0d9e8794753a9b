package io.residua.detector.bundle;

import io.residua.detector.calibration.Calibration;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import io.residua.detector.network.Network;
import io.residua.detector.score.ResidualScore;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All that a model scores by: one part for every event, and parts of their own for the most
 * frequent values of a field. Immutable.
 *
 * @param field path of the field whose value chooses the part; empty where there is only one
 * @param global for events whose value has no part of its own, or that have no value
 * @param own by value; the same widths of features and latent vector as the global one's
 */
public record ModelParts(
    Optional<String> field, ModelPart global, SortedMap<String, ModelPart> own) {
  /** Most values with a part of their own. */
  public static final int MOST = 32;

  /** Most characters of such a value. */
  public static final int LONGEST_VALUE = 200;

  public ModelParts {
    Objects.requireNonNull(global, "global");
    own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
    if (own.size() > (field.isEmpty() ? 0 : MOST)) {
      throw new IllegalArgumentException(
          "a model has at most %d parts beside its global one, got %d"
              .formatted(field.isEmpty() ? 0 : MOST, own.size()));
    }
    for (Map.Entry<String, ModelPart> part : own.entrySet()) {
      requireValue(part.getKey());
      requireLike(global, part.getValue());
    }
  }

  /** Of a model that has one part only. */
  public static ModelParts single(Network network, ResidualScore score, Calibration calibration) {
    return new ModelParts(
        Optional.empty(), new ModelPart(network, score, calibration), new TreeMap<>());
  }

  /** Whether a value can have a part of its own: short enough, and text that UTF-8 can carry. */
  public static boolean isValue(String text) {
    return text.length() <= LONGEST_VALUE && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** Traffic of the training data, of all parts together; NaN where it carried no time. */
  public double recordsPerDay() {
    return global.calibration().recordsPerDay();
  }

  /**
   * Makes something of each part, to be chosen by event.
   *
   * @param layout of the events
   * @throws IllegalArgumentException when the field is not in the layout
   */
  public <T> PerValue<T> perValue(EventLayout layout, Function<ModelPart, T> made) {
    Map<String, T> byValue = new HashMap<>();
    own.forEach((value, part) -> byValue.put(value, made.apply(part)));
    return new PerValue<>(index(layout), made.apply(global), byValue);
  }

  /** The index of the field, or {@link PerValue#NO_FIELD}. */
  int index(EventLayout layout) {
    if (field.isEmpty()) {
      return PerValue.NO_FIELD;
    }
    int index = layout.indexOf(field.get(), FieldKind.TEXT);
    if (index < 0) {
      throw new IllegalArgumentException(
          "expected the field %s in the layout %s".formatted(field.get(), layout.fields()));
    }
    return index;
  }

  private static void requireValue(String value) {
    if (!isValue(value)) {
      throw new IllegalArgumentException(
          "the value of a part is text that UTF-8 can carry, of at most %d characters, got %d"
              .formatted(LONGEST_VALUE, value.length()));
    }
  }

  private static void requireLike(ModelPart global, ModelPart part) {
    requireOne("width", global.network().width(), part.network().width());
    requireOne("latent width", global.network().latentWidth(), part.network().latentWidth());
    double expected = global.calibration().recordsPerDay();
    double found = part.calibration().recordsPerDay();
    if (Double.compare(expected, found) != 0) {
      throw new IllegalArgumentException(
          "all parts know the same records per day, got %s and %s".formatted(expected, found));
    }
  }

  private static void requireOne(String what, int expected, int found) {
    if (expected != found) {
      throw new IllegalArgumentException(
          "all parts must have one %s, got %d and %d".formatted(what, expected, found));
    }
  }
}
