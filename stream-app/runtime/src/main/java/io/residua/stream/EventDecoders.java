package io.residua.stream;

import io.residua.detector.Detector;
import io.residua.detector.definition.InputFormat;
import io.residua.detector.definition.InputSpec;
import io.residua.detector.event.AvroEventDecoder;
import io.residua.detector.event.EventDecoder;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.JsonEventDecoder;
import io.residua.detector.event.WriterSchemas;
import io.residua.schema.wire.SchemaRegistry;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** The decoder of a detector's input. */
final class EventDecoders {
  private EventDecoders() {}

  /** Reads what the model needs and, besides, what alerts are grouped by. */
  static EventDecoder of(
      Detector detector, RecordLimits limits, Optional<SchemaRegistry> registry) {
    InputSpec input = detector.definition().input();
    EventLayout layout = Judge.groupField(detector).layout();
    if (input.format() == InputFormat.JSON) {
      return new JsonEventDecoder(layout, limits.recordBytes());
    }
    Optional<Schema> fixed = input.schema().map(text -> new Schema.Parser().parse(text));
    return new AvroEventDecoder(
        layout, WriterSchemas.of(registry, List.of()), fixed, limits.recordBytes());
  }
}
