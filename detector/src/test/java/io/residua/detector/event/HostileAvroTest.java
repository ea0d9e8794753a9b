package io.residua.detector.event;

import static io.residua.detector.event.AvroValues.bytes;
import static io.residua.detector.event.AvroValues.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that claim more than they hold, and schemas that ask for more than is reasonable. */
class HostileAvroTest {
  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final int[] HUGE = {0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01};
  private static final int[] MINUS_ONE = {0x01};
  private static final int[] LOWEST = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01};
  private static final int[] ENDLESS = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF
  };

  private final EventLayout layout = Layouts.of(Layouts.text("a"), Layouts.text("m.x"));
  private final Event event = new Event(layout);

  static List<Arguments> bodies() {
    String text = "\"string\"";
    String list = "{\"type\":\"array\",\"items\":\"string\"}";
    String nulls = "{\"type\":\"array\",\"items\":\"null\"}";
    String map = "{\"type\":\"map\",\"values\":\"long\"}";
    String decimal = "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":4,\"scale\":2}";
    String symbol = "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}";
    return List.of(
        arguments("a", text, HUGE),
        arguments("a", text, MINUS_ONE),
        arguments("a", text, LOWEST),
        arguments("a", text, ENDLESS),
        arguments("a", text, new int[] {0x04, 0xC3, 0x28}),
        arguments("a", decimal, HUGE),
        arguments("a", decimal, new int[] {0x00}),
        arguments("a", symbol, new int[] {0x02}),
        arguments("a", symbol, MINUS_ONE),
        arguments("a", "[\"null\",\"long\"]", new int[] {0x04}),
        arguments("a", "[\"null\",\"long\"]", MINUS_ONE),
        arguments("skipped", text, HUGE),
        arguments("skipped", text, LOWEST),
        arguments("skipped", list, HUGE),
        arguments("skipped", list, LOWEST),
        arguments("skipped", list, new int[] {0x01, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F}),
        arguments("skipped", list, new int[] {0x01, 0x01}),
        arguments("skipped", nulls, HUGE),
        arguments("skipped", map, HUGE),
        arguments("skipped", "{\"type\":\"fixed\",\"name\":\"F\",\"size\":2000000000}", HUGE),
        arguments("m", map, HUGE),
        arguments("m", map, LOWEST),
        arguments("m", map, new int[] {0x02, 0x04, 0xC3, 0x28, 0x00, 0x00}),
        arguments("m", map, new int[] {0x04, 0x02, 'x', 0x02, 0x02, 'x', 0x04, 0x00}));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aLengthThatCannotBeIsMalformed(String name, String type, int[] body) {
    Schema schema = AvroValues.record(field(name, type));

    Rejection rejection =
        Assertions.assertTimeoutPreemptively(
            SHORT, () -> decoder(schema).decode(bytes(body), event));

    assertThat(rejection.reason()).isEqualTo(RejectReason.MALFORMED);
  }

  @Test
  void aMapEntryThatStandsTwiceIsNamed() {
    Schema schema = AvroValues.record(field("m", "{\"type\":\"map\",\"values\":\"long\"}"));

    Rejection rejection =
        decoder(schema).decode(bytes(0x04, 0x02, 'x', 0x02, 0x02, 'x', 0x04, 0x00), event);

    assertThat(rejection.detail()).isEqualTo("expected field m.x once, found it twice");
  }

  @Test
  void aRecursiveRecordIsSkippedToALimit() {
    Schema schema =
        AvroValues.schema(
            """
            {"type": "record", "name": "Node", "fields": [
              {"name": "next", "type": ["null", "Node"]}]}
            """);
    EventDecoder decoder = decoder(schema);
    byte[] shallow = new byte[50];
    Arrays.fill(shallow, 0, 49, (byte) 2);
    byte[] deep = new byte[1 << 20];
    Arrays.fill(deep, 0, deep.length - 1, (byte) 2);

    assertThat(decoder.decode(shallow, event)).isNull();
    assertThat(decoder.decode(deep, event))
        .isEqualTo(
            new Rejection(
                RejectReason.MALFORMED, "broken Avro: expected at most 100 nested values"));
  }

  @Test
  void aRecordThatHoldsItselfEndsAtTheLimit() {
    Schema schema =
        AvroValues.schema(
            "{\"type\":\"record\",\"name\":\"Node\",\"fields\":[{\"name\":\"x\",\"type\":\"Node\"}]}");

    assertThat(decoder(schema).decode(new byte[0], event).detail())
        .isEqualTo("broken Avro: expected at most 100 nested values");
  }

  @Test
  void recordsOfNothingDoublingForeverAreSkippedAtOnce() {
    StringBuilder fields =
        new StringBuilder(
            "{\"name\":\"f0\",\"type\":{\"type\":\"record\",\"name\":\"N0\",\"fields\":[]}}");
    for (int i = 1; i < 60; i++) {
      fields.append(
          (",{\"name\":\"f%d\",\"type\":{\"type\":\"record\",\"name\":\"N%d\",\"fields\":["
                  + "{\"name\":\"l\",\"type\":\"N%d\"},{\"name\":\"r\",\"type\":\"N%d\"}]}}")
              .formatted(i, i, i - 1, i - 1));
    }
    Schema schema = AvroValues.record(fields.toString());

    Rejection rejection =
        Assertions.assertTimeoutPreemptively(
            SHORT, () -> decoder(schema).decode(new byte[0], event));

    assertThat(rejection).isNull();
  }

  @Test
  void arraysOfNothingAreSkippedWhateverTheyClaim() {
    Schema schema = AvroValues.record(field("skipped", "{\"type\":\"array\",\"items\":\"null\"}"));
    byte[] body = Arrays.copyOf(bytes(HUGE), HUGE.length + 1);

    assertThat(decoder(schema).decode(body, event)).isNull();
  }

  @Property(tries = 2000)
  void arbitraryBytesAreReadOrRejected(@ForAll @Size(max = 64) byte[] body) {
    Schema schema =
        AvroValues.record(
            field("a", "[\"null\",\"string\",\"double\",\"boolean\"]"),
            field("s", "{\"type\":\"array\",\"items\":[\"null\",\"int\",\"string\"]}"),
            field("m", "{\"type\":\"map\",\"values\":[\"string\",\"float\"]}"),
            field("t", "{\"type\":\"long\",\"logicalType\":\"time-micros\"}"));

    assertThatCode(() -> decoder(schema).decode(body, event)).doesNotThrowAnyException();
  }

  private EventDecoder decoder(Schema schema) {
    return new AvroEventDecoder(layout, WriterSchemas.none(), Optional.of(schema), 1 << 20);
  }
}
