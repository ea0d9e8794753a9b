package io.residua.cli.produce;

/** A row as a record's bytes. Holds buffers: one instance per thread. */
@FunctionalInterface
public interface RowEncoder {
  /**
   * @param row a cell for each column; null is a missing value
   * @return a new array, the caller's own
   */
  byte[] encode(Object[] row);
}
