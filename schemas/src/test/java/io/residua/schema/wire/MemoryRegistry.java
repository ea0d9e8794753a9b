package io.residua.schema.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** A registry in memory; ids are 1, 2, 3 and so on. */
final class MemoryRegistry implements SchemaRegistry {
  final List<String> subjects = new ArrayList<>();
  final List<Schema> schemas = new ArrayList<>();

  @Override
  public int register(String subject, Schema schema) {
    subjects.add(subject);
    if (!schemas.contains(schema)) {
      schemas.add(schema);
    }
    return schemas.indexOf(schema) + 1;
  }

  @Override
  public Optional<Schema> byId(int id) {
    return id >= 1 && id <= schemas.size() ? Optional.of(schemas.get(id - 1)) : Optional.empty();
  }
}
