package io.residua.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.definition.InputFormat;
import io.residua.detector.definition.InputSpec;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventDecoder;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import io.residua.detector.event.RejectReason;
import io.residua.detector.event.WriterSchemas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.avro.SchemaParseException;
import org.junit.jupiter.api.Test;

class EventDecodersTest {
  private static final byte[] JSON = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] AVRO = {2};
  private static final String SCHEMA =
      "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}";

  private final EventLayout layout =
      new EventLayout(
          List.of(new EventField("a", FieldKind.NUMBER)), Optional.empty(), Optional.empty());
  private final Event event = new Event(layout);

  @Test
  void aJsonInputIsReadAsJson() {
    EventDecoder decoder = of(InputFormat.JSON, Optional.empty());

    assertThat(decoder.decode(JSON, event)).isNull();
    assertThat(event.number(0)).isEqualTo(1);
  }

  @Test
  void anAvroInputIsReadByItsFixedSchema() {
    EventDecoder decoder = of(InputFormat.AVRO, Optional.of(SCHEMA));

    assertThat(decoder.decode(AVRO, event)).isNull();
    assertThat(event.number(0)).isEqualTo(1);
  }

  @Test
  void anAvroInputWithoutASchemaNeedsHeaders() {
    EventDecoder decoder = of(InputFormat.AVRO, Optional.empty());

    assertThat(decoder.decode(AVRO, event).reason()).isEqualTo(RejectReason.UNKNOWN_SCHEMA);
  }

  @Test
  void aFixedSchemaThatIsNoneIsRefused() {
    assertThatThrownBy(() -> of(InputFormat.AVRO, Optional.of("{}")))
        .isInstanceOf(SchemaParseException.class);
  }

  private EventDecoder of(InputFormat format, Optional<String> schema) {
    InputSpec input = new InputSpec("t", format, schema, Optional.empty(), Optional.empty());
    return EventDecoders.of(input, layout, WriterSchemas.none(), EventDecoders.DEFAULT_MAX_BYTES);
  }
}
