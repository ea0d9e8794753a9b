package io.residua.detector.definition;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.avro.Schema;

/** Reads the input's Avro schema: JSON text in the definition, or a file beside it. */
final class SchemaSource {
  private final Optional<Path> folder;

  /**
   * @param folder of the definition; without one, no file is read
   */
  SchemaSource(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The schema as compact JSON. */
  Optional<String> read(Value value) {
    Optional<String> text =
        value.text(
            "an Avro schema as JSON text (after \"schema: |\") or the path of an .avsc file");
    Optional<String> json =
        text.flatMap(t -> t.strip().startsWith("{") ? Optional.of(t) : file(value, t));
    return json.flatMap(j -> normalised(value, j));
  }

  private Optional<String> file(Value value, String name) {
    if (folder.isEmpty()) {
      return value.wrong("an Avro schema as JSON text, as no file can be read from here");
    }
    try {
      return Optional.of(TextFile.read(folder.get().resolve(name)));
    } catch (IOException | InvalidPathException e) {
      value.problem(
          "the schema file %s cannot be read: %s"
              .formatted(Quotes.shortened(name), Quotes.reason(e)));
      return Optional.empty();
    }
  }

  private static Optional<String> normalised(Value value, String json) {
    try {
      Schema schema = new Schema.Parser().parse(json);
      if (schema.getType() == Schema.Type.RECORD) {
        return Optional.of(schema.toString());
      }
      value.problem("expected an Avro schema of a record, found " + schema.getType().getName());
    } catch (RuntimeException e) {
      // Avro's parser also lets exceptions of other kinds through, as for an unknown field order.
      value.problem("not an Avro schema: " + Quotes.reason(e));
    }
    return Optional.empty();
  }
}
