package io.residua.detector.feature;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventField;
import io.residua.detector.event.FieldKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns features back into the fields of a record. Numbers stay within the training data's range,
 * categories are some that training saw; what comes out has the features that went in, as far as
 * any record has. Numbers made from earlier events are no fields of a record and are left out.
 * Immutable.
 */
public final class FeatureInverse {
  private final List<Part> parts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** A field, and where its features are. */
  private record Part(EventField field, int offset, FieldDecoder decoder) {}

  FeatureInverse(FeaturePipeline pipeline) {
    Set<String> paths = new HashSet<>();
    for (int i = 0; i < pipeline.fields(); i++) {
      FieldEncoder encoder = pipeline.encoders().get(i);
      EventField field = pipeline.layout().field(encoder.index());
      if (field.kind() != FieldKind.DERIVED && paths.add(field.path())) {
        parts.add(new Part(field, pipeline.firstFeature(i), encoder.decoder()));
        encoder.inexact().ifPresent(notes::add);
      }
    }
  }

  /** The fields that it sets, in the definition's order; a path is read as one kind only. */
  public List<EventField> fields() {
    return parts.stream().map(Part::field).toList();
  }

  /** Which fields' features do not tell all of a value, one sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * Sets the fields of an event.
   *
   * @param features a row of the pipeline's width from {@code offset}; only read
   * @param into of the pipeline's layout; cleared first
   */
  public void invert(float[] features, int offset, Event into) {
    into.clear();
    for (Part part : parts) {
      part.decoder.decode(features, offset + part.offset, into);
    }
  }
}
