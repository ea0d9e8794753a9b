package io.residua.detector.event;

import java.io.IOException;

/** Avro bytes that their schema cannot have written; ends the reading of one record. */
final class MalformedAvroException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedAvroException(String message) {
    super(message);
  }

  // Hostile records may come by the thousand; nobody reads where this was thrown.
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
