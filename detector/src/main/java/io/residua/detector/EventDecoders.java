package io.residua.detector;

import io.residua.detector.definition.InputSpec;
import io.residua.detector.event.AvroEventDecoder;
import io.residua.detector.event.EventDecoder;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.JsonEventDecoder;
import io.residua.detector.event.WriterSchemas;
import java.util.Optional;
import org.apache.avro.Schema;

/** Chooses the decoder that a definition's input asks for. */
public final class EventDecoders {
  /** The largest value that is decoded where nothing else is said: 1 MiB, as Kafka's default. */
  public static final int DEFAULT_MAX_BYTES = 1 << 20;

  private EventDecoders() {}

  /**
   * A decoder for one thread.
   *
   * @param schemas where the writers of Avro values are found; not asked for JSON
   * @param maxBytes larger values are rejected unread
   * @throws org.apache.avro.SchemaParseException when the input's schema is not an Avro schema
   */
  public static EventDecoder of(
      InputSpec input, EventLayout layout, WriterSchemas schemas, int maxBytes) {
    return switch (input.format()) {
      case JSON -> new JsonEventDecoder(layout, maxBytes);
      case AVRO -> new AvroEventDecoder(layout, schemas, fixed(input), maxBytes);
    };
  }

  private static Optional<Schema> fixed(InputSpec input) {
    return input.schema().map(text -> new Schema.Parser().parse(text));
  }
}
