package io.residua.detector.event;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields a detector reads, in a fixed order. Decoders resolve it once against a schema and
 * then fill {@link Event}s by index, without looking names up.
 *
 * @param fields the fields that features read; an index into this list is a field's index
 *     everywhere
 * @param keyPath path of the event's key, where the definition names one
 * @param timePath path of the event's time, where the definition names one
 */
public record EventLayout(
    List<EventField> fields, Optional<String> keyPath, Optional<String> timePath) {

  public EventLayout {
    fields = List.copyOf(fields);
    Set<EventField> seen = new HashSet<>();
    for (EventField field : fields) {
      if (!seen.add(field)) {
        throw new IllegalArgumentException("field " + field + " stands twice in the layout");
      }
    }
  }

  public int size() {
    return fields.size();
  }

  public EventField field(int index) {
    return fields.get(index);
  }

  /** Every path that a decoder looks for, key and time included, each once. */
  public Set<String> paths() {
    Set<String> paths = new LinkedHashSet<>();
    fields.stream()
        .filter(field -> field.kind() != FieldKind.DERIVED)
        .forEach(field -> paths.add(field.path()));
    keyPath.ifPresent(paths::add);
    timePath.ifPresent(paths::add);
    return paths;
  }

  /** The index of a field, or -1. The same path may be read as two kinds, under two indices. */
  public int indexOf(String path, FieldKind kind) {
    return fields.indexOf(new EventField(path, kind));
  }
}
