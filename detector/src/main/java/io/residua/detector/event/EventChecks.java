package io.residua.detector.event;

/** What is asked of every record, whatever its format. */
final class EventChecks {
  private EventChecks() {}

  /** Null, or that a key or time that the layout names is missing. */
  static Rejection complete(Event event) {
    EventLayout layout = event.layout();
    if (event.key() == null && layout.keyPath().isPresent()) {
      return new Rejection(
          RejectReason.MISSING_KEY,
          "expected the event's key in field %s, found none".formatted(layout.keyPath().get()));
    }
    if (event.time() == Event.NO_TIME && layout.timePath().isPresent()) {
      return new Rejection(
          RejectReason.MISSING_TIME,
          "expected the event's time in field %s, found none".formatted(layout.timePath().get()));
    }
    return null;
  }

  /** Null, or that a value is absent or larger than the limit. */
  static Rejection size(byte[] value, int maxBytes) {
    if (value == null) {
      return new Rejection(
          RejectReason.MALFORMED, "expected a record, found no value (a tombstone)");
    }
    if (value.length > maxBytes) {
      return new Rejection(
          RejectReason.TOO_LARGE,
          "expected at most %d bytes, found %d".formatted(maxBytes, value.length));
    }
    return null;
  }

  static int positive(int maxBytes) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes must be at least 1, got " + maxBytes);
    }
    return maxBytes;
  }
}
