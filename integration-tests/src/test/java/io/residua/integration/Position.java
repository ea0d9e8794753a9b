package io.residua.integration;

import java.util.Comparator;
import org.apache.avro.generic.GenericRecord;

/** A partition and an offset of the source topic. */
record Position(int partition, long offset) implements Comparable<Position> {
  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::partition).thenComparingLong(Position::offset);

  /** Where an output record says that its source was read. */
  static Position of(GenericRecord output) {
    GenericRecord source = (GenericRecord) output.get("source");
    return new Position((int) source.get("partition"), (long) source.get("offset"));
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}
