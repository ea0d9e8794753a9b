package io.residua.detector.feature;

import io.residua.detector.event.Event;
import java.util.Optional;

/**
 * One field of the definition as one or more features next to each other. Fitted, immutable, shared
 * between threads.
 */
interface FieldEncoder {
  /** Path of the field, as the definition writes it. */
  String field();

  /** The field's index in the layout of events. */
  int index();

  /** How many features it makes, at least 1. */
  int width();

  /** Names of its features, {@code width()} of them, for reports. */
  String featureName(int index);

  /**
   * Writes the field's features.
   *
   * @return whether the field was present; when not, its typical values are written
   */
  boolean encode(Event event, float[] into, int offset);

  /** The way back from its features to the field. */
  FieldDecoder decoder();

  /** What its features do not tell of the field, in a sentence; empty where they tell all. */
  default Optional<String> inexact() {
    return Optional.empty();
  }

  /** The observed value in the field's own units, for people; null when it is missing. */
  String observed(Event event);

  /** What reconstructed features say the field's value is, in its own units. */
  String expected(float[] reconstruction, int offset);

  /** How observed stands to expected. */
  Direction direction(Event event, float[] reconstruction, int offset);

  /** What stands out in a sentence of its own; empty where there is nothing better to say. */
  default Optional<String> sentence(Event event, float[] reconstruction, int offset) {
    return Optional.empty();
  }

  /** The observed number; NaN where it is missing or the field is no number. */
  default double number(Event event) {
    return Double.NaN;
  }

  /** What reconstructed features say the number is; NaN where the field is no number. */
  default double expectedNumber(float[] reconstruction, int offset) {
    return Double.NaN;
  }

  /** Where nearly all numbers of the training data lie; empty where the field is no number. */
  default Optional<Interval> normal() {
    return Optional.empty();
  }
}
