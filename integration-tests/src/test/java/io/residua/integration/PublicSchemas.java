package io.residua.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;

/** What somebody without our code has: the .avsc files and an Avro library. */
final class PublicSchemas {
  private static final Path FILES = Path.of("../schemas/src/main/avro");

  private PublicSchemas() {}

  /** The schema of a topic's values. */
  static Schema of(String name) {
    Schema.Parser parser = new Schema.Parser();
    try {
      parser.parse(FILES.resolve("SourcePosition.avsc").toFile());
      parser.parse(FILES.resolve("FieldContribution.avsc").toFile());
      return parser.parse(FILES.resolve(name + ".avsc").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Avro's own decoder of single-object encoding. */
  static BinaryMessageDecoder<GenericRecord> singleObjectDecoder(String name) {
    return new BinaryMessageDecoder<>(new GenericData(), of(name));
  }
}
