package io.residua.detector.event;

import java.io.IOException;

/** Reads or skips one value of a writer's schema. Prepared once per schema, run per record. */
interface AvroStep {
  /** A value without bytes and without meaning: null. */
  AvroStep NOTHING = (in, into) -> null;

  /**
   * Consumes the value's bytes.
   *
   * @return null, or why the record is rejected; the rest of its bytes is then left unread
   * @throws IOException when the bytes end early or cannot be what the schema says
   */
  Rejection run(AvroInput in, Event into) throws IOException;
}
