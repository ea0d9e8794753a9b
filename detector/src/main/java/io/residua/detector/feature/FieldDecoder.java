package io.residua.detector.feature;

import io.residua.detector.event.Event;

/** Turns a field's features back into its value. */
@FunctionalInterface
interface FieldDecoder {
  /** Sets the field to the value whose features are these, or the nearest ones there are. */
  void decode(float[] features, int offset, Event into);
}
