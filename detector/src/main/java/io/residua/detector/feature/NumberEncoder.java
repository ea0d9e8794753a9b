package io.residua.detector.feature;

import io.residua.detector.event.Event;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A number as one feature: its transforms in order, then a limit that keeps it a finite float. */
final class NumberEncoder implements FieldEncoder {
  /** No feature is larger: far beyond any normal value, and its square is still exact enough. */
  static final float LARGEST = 1e6f;

  private final String field;
  private final int index;
  private final NumberTransform[] transforms;
  private final Range range;
  private final float typicalFeature;

  /**
   * The training data's values.
   *
   * @param typical the median, what a missing value is taken for
   * @param min the smallest
   * @param max the largest
   * @param normal between the quantiles of {@value #TAIL} and of 1 less that; empty in models that
   *     were trained before it was kept
   */
  record Range(double typical, double min, double max, Optional<Interval> normal) {
    /** Share of the values that lies on either side of the normal ones. */
    static final double TAIL = 0.005;

    Range {
      Objects.requireNonNull(normal, "normal");
      if (!Double.isFinite(min) || !Double.isFinite(max) || !(min <= typical && typical <= max)) {
        throw new IllegalArgumentException(
            "expected finite min <= typical <= max, got %s, %s and %s"
                .formatted(min, typical, max));
      }
      if (normal.isPresent() && !(min <= normal.get().low() && normal.get().high() <= max)) {
        throw new IllegalArgumentException(
            "expected a normal range within %s to %s, got %s to %s"
                .formatted(min, max, normal.get().low(), normal.get().high()));
      }
    }
  }

  NumberEncoder(String field, int index, List<NumberTransform> transforms, Range range) {
    this.field = field;
    this.index = index;
    this.transforms = transforms.toArray(new NumberTransform[0]);
    this.range = range;
    this.typicalFeature = feature(range.typical());
  }

  @Override
  public String field() {
    return field;
  }

  List<NumberTransform> transforms() {
    return List.of(transforms);
  }

  Range range() {
    return range;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public String featureName(int feature) {
    return field;
  }

  @Override
  public boolean encode(Event event, float[] into, int offset) {
    double value = event.number(index);
    boolean present = !Double.isNaN(value);
    into[offset] = present ? feature(value) : typicalFeature;
    return present;
  }

  @Override
  public FieldDecoder decoder() {
    return (features, offset, into) -> into.setNumber(index, expectedNumber(features, offset));
  }

  @Override
  public String observed(Event event) {
    double value = event.number(index);
    return Double.isNaN(value) ? null : ValueText.exactly(value);
  }

  @Override
  public String expected(float[] reconstruction, int offset) {
    return ValueText.about(expectedNumber(reconstruction, offset));
  }

  @Override
  public double number(Event event) {
    return event.number(index);
  }

  @Override
  public Optional<Interval> normal() {
    return range.normal();
  }

  @Override
  public Direction direction(Event event, float[] reconstruction, int offset) {
    double expected = expectedNumber(reconstruction, offset);
    double observed = event.number(index);
    if (observed > expected) {
      return Direction.HIGH;
    }
    return observed < expected ? Direction.LOW : Direction.UNKNOWN;
  }

  private float feature(double value) {
    double feature = value;
    for (NumberTransform transform : transforms) {
      feature = transform.apply(feature);
    }
    return (float) Math.max(-LARGEST, Math.min(LARGEST, feature));
  }

  /**
   * A reconstruction in the field's units, kept within the training data's range: drawn along by an
   * anomaly, a network reconstructs values that no normal record has.
   */
  @Override
  public double expectedNumber(float[] reconstruction, int offset) {
    double value = reconstruction[offset];
    for (int i = transforms.length - 1; i >= 0; i--) {
      value = transforms[i].invert(value);
    }
    return Math.max(range.min(), Math.min(range.max(), value));
  }
}
