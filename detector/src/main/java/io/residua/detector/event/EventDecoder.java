package io.residua.detector.event;

/** Bytes of one format into an {@link Event}. Holds buffers: one instance per thread. */
public interface EventDecoder {
  /**
   * Reads one record.
   *
   * @param value the record's bytes; hostile until proven otherwise
   * @param into cleared, then filled; its content is undefined when the record is rejected
   * @return null when the record was read, else why it was not
   */
  Rejection decode(byte[] value, Event into);
}
