package io.residua.detector.feature;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import java.util.List;
import java.util.Optional;

/**
 * A record's fields as the network's input. Fitted by {@link FeatureFitter}, immutable, shared
 * between threads; the very same object code runs in training, batch and stream.
 */
public final class FeaturePipeline {
  private final EventLayout layout;
  private final List<FieldEncoder> encoders;
  private final int[] offsets;

  FeaturePipeline(EventLayout layout, List<FieldEncoder> encoders) {
    this.layout = layout;
    this.encoders = List.copyOf(encoders);
    this.offsets = new int[encoders.size() + 1];
    for (int i = 0; i < encoders.size(); i++) {
      offsets[i + 1] = offsets[i] + encoders.get(i).width();
    }
  }

  /** The fields that events must carry for this pipeline. */
  public EventLayout layout() {
    return layout;
  }

  /** How many features: the network's width. */
  public int width() {
    return offsets[encoders.size()];
  }

  /** How many fields of the definition, in its order. */
  public int fields() {
    return encoders.size();
  }

  /** Path of a field. */
  public String field(int index) {
    return encoders.get(index).field();
  }

  /** The first feature of a field; its last is the one before {@code firstFeature(index + 1)}. */
  public int firstFeature(int field) {
    return offsets[field];
  }

  /** A feature's name, for reports. */
  public String featureName(int feature) {
    int field = 0;
    while (offsets[field + 1] <= feature) {
      field++;
    }
    return encoders.get(field).featureName(feature - offsets[field]);
  }

  /**
   * Transforms one event.
   *
   * @param into receives {@code width()} values from {@code offset}; a missing field gets its
   *     typical values
   * @param observed receives, from {@code offset}, whether each feature's field was present
   * @return how many features were observed
   */
  public int transform(Event event, float[] into, boolean[] observed, int offset) {
    int count = 0;
    for (int i = 0; i < offsets.length - 1; i++) {
      boolean present = encoders.get(i).encode(event, into, offset + offsets[i]);
      for (int feature = offsets[i]; feature < offsets[i + 1]; feature++) {
        observed[offset + feature] = present;
      }
      count += present ? offsets[i + 1] - offsets[i] : 0;
    }
    return count;
  }

  /**
   * The first field of the event that was missing; null where none was. What a key has not done yet
   * is no field of the event: its keyed numbers may be missing.
   *
   * @param observed as {@link #transform} left it, from offset 0
   */
  public String firstMissingField(boolean[] observed) {
    for (int i = 0; i < encoders.size(); i++) {
      boolean keyed = layout.indexOf(field(i), FieldKind.DERIVED) >= 0;
      if (!observed[offsets[i]] && !keyed) {
        return field(i);
      }
    }
    return null;
  }

  /** The observed value of a field in its own units, for people; null when it is missing. */
  public String observed(int field, Event event) {
    return encoders.get(field).observed(event);
  }

  /** What a reconstruction says a field's value is, in its own units. */
  public String expected(int field, float[] reconstruction) {
    return encoders.get(field).expected(reconstruction, offsets[field]);
  }

  /**
   * What stands out of a field, in a sentence of its own: {@code at 2026-12-25 is a holiday:
   * expected none}; empty where observed and expected value say it.
   */
  public Optional<String> sentence(int field, Event event, float[] reconstruction) {
    return encoders.get(field).sentence(event, reconstruction, offsets[field]);
  }

  /** Whether a field is read as a number. */
  public boolean isNumber(int field) {
    return encoders.get(field) instanceof NumberEncoder;
  }

  /** The observed number of a field; NaN where it is missing or the field is no number. */
  public double number(int field, Event event) {
    return encoders.get(field).number(event);
  }

  /** What a reconstruction says a field's number is; NaN where the field is no number. */
  public double expectedNumber(int field, float[] reconstruction) {
    return encoders.get(field).expectedNumber(reconstruction, offsets[field]);
  }

  /** Where 99 % of a field's numbers lay in training; empty for no number, or not known. */
  public Optional<Interval> normal(int field) {
    return encoders.get(field).normal();
  }

  /** The way back from features to fields. */
  public FeatureInverse inverse() {
    return new FeatureInverse(this);
  }

  List<FieldEncoder> encoders() {
    return encoders;
  }

  /** How the observed value of a field stands to the expected one. */
  public Direction direction(int field, Event event, float[] reconstruction) {
    return encoders.get(field).direction(event, reconstruction, offsets[field]);
  }
}
