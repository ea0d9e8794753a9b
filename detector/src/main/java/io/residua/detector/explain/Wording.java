package io.residua.detector.explain;

import io.residua.detector.event.Event;

/** Puts what one feature finds in a record into words. Immutable. */
@FunctionalInterface
interface Wording {
  Finding find(Event event, float[] reconstruction);
}
