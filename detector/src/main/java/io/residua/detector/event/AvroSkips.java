package io.residua.detector.event;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Steps that skip values which no field reads; each takes time in proportion to the bytes it
 * consumes. A recursive schema yields a recursive step, and the input's depth limit ends what a
 * hostile record makes of it.
 */
final class AvroSkips {
  private final AvroWidths widths = new AvroWidths();
  private final Map<Schema, AvroRecordStep> records = new IdentityHashMap<>();

  AvroStep of(Schema schema) {
    if (widths.empty(schema)) {
      return AvroStep.NOTHING;
    }
    return switch (schema.getType()) {
      case NULL -> AvroStep.NOTHING;
      case BOOLEAN -> bytes(1);
      case FLOAT -> bytes(4);
      case DOUBLE -> bytes(8);
      case FIXED -> bytes(schema.getFixedSize());
      case INT, LONG, ENUM -> AvroSkips::varint;
      case STRING, BYTES -> AvroSkips::lengthThenBytes;
      case UNION -> union(schema.getTypes().stream().map(this::of).toArray(AvroStep[]::new));
      case RECORD -> record(schema);
      case ARRAY -> array(of(schema.getElementType()));
      case MAP -> map(of(schema.getValueType()));
    };
  }

  static AvroStep union(AvroStep[] branches) {
    return (in, into) -> branches[in.index(branches.length)].run(in, into);
  }

  private static AvroStep bytes(int count) {
    return (in, into) -> {
      in.skip(count);
      return null;
    };
  }

  private static Rejection varint(AvroInput in, Event into) throws IOException {
    in.bytes().readLong();
    return null;
  }

  private static Rejection lengthThenBytes(AvroInput in, Event into) throws IOException {
    in.skip(in.length());
    return null;
  }

  private AvroStep record(Schema schema) {
    AvroRecordStep known = records.get(schema);
    if (known != null) {
      return known;
    }
    AvroRecordStep step = new AvroRecordStep();
    records.put(schema, step);
    step.setFields(schema.getFields().stream().map(field -> of(field.schema())).toList());
    return step;
  }

  private static AvroStep array(AvroStep item) {
    return (in, into) -> {
      in.enter();
      for (long count = in.itemsToSkip(); count > 0; count = in.itemsToSkip()) {
        for (long i = 0; i < count && item != AvroStep.NOTHING; i++) {
          item.run(in, into);
        }
      }
      in.leave();
      return null;
    };
  }

  private static AvroStep map(AvroStep value) {
    return (in, into) -> {
      in.enter();
      for (long count = in.itemsToSkip(); count > 0; count = in.itemsToSkip()) {
        for (long i = 0; i < count; i++) {
          in.skip(in.length());
          value.run(in, into);
        }
      }
      in.leave();
      return null;
    };
  }
}
