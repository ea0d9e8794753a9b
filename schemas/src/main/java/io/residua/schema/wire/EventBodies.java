package io.residua.schema.wire;

import io.residua.schema.LatentEmbedding;
import io.residua.schema.ScoredRecord;
import io.residua.schema.SourcePosition;
import java.time.Instant;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.PrimitivesArrays;
import org.apache.avro.specific.SpecificRecord;

/** The records of every event, field by field in their schemas' order. */
final class EventBodies {
  private EventBodies() {}

  static void write(ScoredRecord record, BinaryBuffer into) {
    origin(record, record.getDetector(), record.getModelVersion(), record.getSource(), into);
    into.writeLong(
        record instanceof EventTimed timed
            ? timed.epochMillis()
            : millis(record, record.getEventTime()));
    optional(record.getKey(), into);
    into.writeDouble(record.getScore());
    into.writeDouble(record.getPValue());
    into.writeLong(record.getSeverity());
    into.writeBoolean(record.getAnomaly());
    into.writeLong(record.getObservedFeatures());
    into.writeLong(record.getTotalFeatures());
    into.writeBoolean(record.getLate());
  }

  static void write(LatentEmbedding record, BinaryBuffer into) {
    origin(record, record.getDetector(), record.getModelVersion(), record.getSource(), into);
    into.writeLong(
        record instanceof EventTimed timed
            ? timed.epochMillis()
            : millis(record, record.getEventTime()));
    optional(record.getKey(), into);
    vector(required(record, "vector", record.getVector()), into);
  }

  private static void origin(
      SpecificRecord record,
      String detector,
      int version,
      SourcePosition source,
      BinaryBuffer into) {
    into.writeString(required(record, "detector", detector));
    into.writeLong(version);
    SourcePosition position = required(record, "source", source);
    into.writeString(required(position, "topic", position.getTopic()));
    into.writeLong(position.getPartition());
    into.writeLong(position.getOffset());
  }

  private static long millis(SpecificRecord record, Instant time) {
    return required(record, "event_time", time).toEpochMilli();
  }

  private static void optional(String text, BinaryBuffer into) {
    into.writeLong(text == null ? 0 : 1);
    if (text != null) {
      into.writeString(text);
    }
  }

  private static void vector(List<Float> vector, BinaryBuffer into) {
    int length = vector.size();
    if (length > 0) {
      into.writeLong(length);
      if (vector instanceof PrimitivesArrays.FloatArray floats) {
        for (int i = 0; i < length; i++) {
          into.writeFloat(floats.getFloat(i));
        }
      } else {
        vector.forEach(into::writeFloat);
      }
    }
    into.writeLong(0);
  }

  private static <T> T required(SpecificRecord record, String field, T value) {
    if (value == null) {
      throw new AvroRuntimeException(
          "field %s of %s must not be null".formatted(field, record.getSchema().getFullName()));
    }
    return value;
  }
}
