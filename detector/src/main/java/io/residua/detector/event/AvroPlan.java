package io.residua.detector.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Resolves one writer's schema against a layout's paths, once: the fields that are read get a step
 * that puts them into the event, all others one that skips them. A dotted path steps into records
 * and into the entries of maps, through unions.
 */
final class AvroPlan {
  private final AvroSkips skips = new AvroSkips();
  private final Map<PathNode, Map<Schema, AvroStep>> records = new HashMap<>();

  private AvroPlan() {}

  static AvroStep of(Schema writer, PathNode root) {
    return new AvroPlan().read(writer, root);
  }

  private AvroStep read(Schema schema, PathNode node) {
    if (schema.isUnion()) {
      return AvroSkips.union(
          schema.getTypes().stream().map(type -> read(type, node)).toArray(AvroStep[]::new));
    }
    return node.target() != null ? AvroLeaves.of(schema, node.target()) : inner(schema, node);
  }

  private AvroStep inner(Schema schema, PathNode node) {
    return switch (schema.getType()) {
      case NULL -> AvroStep.NOTHING;
      case RECORD -> record(schema, node);
      case MAP -> map(schema, node);
      default -> noRecord(schema, node);
    };
  }

  // Named records may be shared between branches: each is planned once per place in the layout.
  private AvroStep record(Schema schema, PathNode node) {
    Map<Schema, AvroStep> here = records.computeIfAbsent(node, any -> new IdentityHashMap<>());
    AvroStep known = here.get(schema);
    if (known != null) {
      return known;
    }
    List<AvroStep> fields = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      PathNode child = node.child(field.name());
      fields.add(child == null ? skips.of(field.schema()) : read(field.schema(), child));
    }
    AvroRecordStep step = new AvroRecordStep();
    step.setFields(fields);
    here.put(schema, step);
    return step;
  }

  private AvroStep map(Schema schema, PathNode node) {
    Map<String, AvroStep> readers = new HashMap<>();
    node.children().forEach((name, child) -> readers.put(name, entry(schema, child)));
    AvroStep skip = skips.of(schema.getValueType());
    return (in, into) -> {
      for (long count = in.items(); count > 0; count = in.items()) {
        for (long i = 0; i < count; i++) {
          Rejection rejection = readers.getOrDefault(in.string(), skip).run(in, into);
          if (rejection != null) {
            return rejection;
          }
        }
      }
      return null;
    };
  }

  private AvroStep entry(Schema map, PathNode child) {
    AvroStep value = read(map.getValueType(), child);
    return (in, into) -> {
      Rejection twice = in.seen().see(child);
      return twice != null ? twice : value.run(in, into);
    };
  }

  private static AvroStep noRecord(Schema schema, PathNode node) {
    String place = node.path().isEmpty() ? "the value" : "field " + node.path();
    Rejection rejection =
        new Rejection(
            RejectReason.WRONG_TYPE,
            "%s: expected a record, found %s".formatted(place, AvroLeaves.describe(schema)));
    return (in, into) -> rejection;
  }
}
