package io.residua.schema.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Every version of our schemas that was ever released, oldest first. They stand in {@code
 * schemas/released/<version>/<name>.avsc}, each complete in itself, and travel inside this jar, so
 * that a consumer reads what an older job wrote.
 */
public final class ReleasedSchemas {
  private ReleasedSchemas() {}

  /**
   * The released versions of one schema.
   *
   * @param name its simple name, as in {@code Alert}
   */
  public static List<Schema> of(String name) {
    List<Schema> versions = new ArrayList<>();
    for (int version = 1; ; version++) {
      try (InputStream file = open(version, name)) {
        if (file == null) {
          return List.copyOf(versions);
        }
        versions.add(new Schema.Parser().parse(file));
      } catch (IOException e) {
        throw new UncheckedIOException(
            "released schema %s, version %d, cannot be read".formatted(name, version), e);
      }
    }
  }

  private static InputStream open(int version, String name) {
    return ReleasedSchemas.class.getResourceAsStream(
        "/io/residua/schema/released/%d/%s.avsc".formatted(version, name));
  }
}
