package io.residua.stream.kafka;

import io.residua.schema.wire.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** A schema registry that keeps schemas in a list; ids are their places in it, from 1. */
final class MemoryRegistry implements SchemaRegistry {
  private final List<Schema> schemas = new ArrayList<>();

  @Override
  public synchronized int register(String subject, Schema schema) {
    if (!schemas.contains(schema)) {
      schemas.add(schema);
    }
    return schemas.indexOf(schema) + 1;
  }

  @Override
  public synchronized Optional<Schema> byId(int id) {
    boolean known = id >= 1 && id <= schemas.size();
    return known ? Optional.of(schemas.get(id - 1)) : Optional.empty();
  }
}
