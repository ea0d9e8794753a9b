package io.residua.schema.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Fetches one schema, and first the schemas it refers to. Used once. */
final class SchemaLookup {
  private static final int MOST_REFERENCES = 100;

  private final RegistryHttp http;
  private final Schema.Parser parser = new Schema.Parser();
  private final Set<String> fetched = new HashSet<>();

  SchemaLookup(RegistryHttp http) {
    this.http = http;
  }

  /** Empty when there is no schema of this id, or none that Avro can read. */
  Optional<Schema> byId(int id) {
    return fetch("/schemas/ids/" + Integer.toUnsignedString(id));
  }

  private Optional<Schema> fetch(String path) {
    RegistryHttp.Answer answer = http.get(path);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    JsonNode found = http.json("return the schema of " + path, answer);
    boolean avro = found.path("schemaType").asText("AVRO").equals("AVRO");
    return avro && fetchReferences(found.path("references"))
        ? parse(found.path("schema").asText())
        : Optional.empty();
  }

  private boolean fetchReferences(JsonNode references) {
    for (JsonNode reference : references) {
      String path =
          "/subjects/%s/versions/%d"
              .formatted(
                  RegistryHttp.escape(reference.path("subject").asText()),
                  reference.path("version").asInt());
      boolean isNew = fetched.add(path);
      if (fetched.size() > MOST_REFERENCES || isNew && fetch(path).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  // Asking again for a schema that Avro refuses would get the same schema again.
  private Optional<Schema> parse(String text) {
    try {
      return Optional.of(parser.parse(text));
    } catch (AvroRuntimeException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
