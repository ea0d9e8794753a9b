package io.residua.detector.event;

import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Which schemas have values of no bytes at all: null, and records of nothing but such. Skipping one
 * must take no step, or a few hostile bytes could claim 2^62 of them.
 */
final class AvroWidths {
  private final Map<Schema, Boolean> records = new IdentityHashMap<>();

  boolean empty(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> true;
      case FIXED -> schema.getFixedSize() == 0;
      case RECORD -> emptyRecord(schema);
      default -> false;
    };
  }

  // A record that holds itself without a union between has no finite value: never empty.
  private boolean emptyRecord(Schema schema) {
    Boolean known = records.putIfAbsent(schema, false);
    if (known != null) {
      return known;
    }
    boolean empty = schema.getFields().stream().allMatch(field -> empty(field.schema()));
    records.put(schema, empty);
    return empty;
  }
}
