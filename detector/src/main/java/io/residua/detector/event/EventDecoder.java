package io.residua.detector.event;

/** Bytes of one format into an {@link Event}. Holds buffers: one instance per thread. */
public interface EventDecoder {
  /**
   * Reads one record.
   *
   * @param value the record's bytes, hostile until proven otherwise; null, a tombstone, is
   *     malformed
   * @param into cleared, then filled; its content is undefined when the record is rejected
   * @return null when the record was read, else why it was not
   * @throws io.residua.schema.wire.SchemaRegistryException when the writer's schema is not yet
   *     known and its registry cannot be asked: the record is then neither good nor bad, and to be
   *     tried again
   */
  Rejection decode(byte[] value, Event into);
}
