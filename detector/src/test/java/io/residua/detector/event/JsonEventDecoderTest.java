package io.residua.detector.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEventDecoderTest {
  private static final int LIMIT = 1 << 20;

  private final EventLayout layout =
      Layouts.of(
          Layouts.number("n"),
          Layouts.text("t"),
          Layouts.time("at"),
          Layouts.text("card.country"),
          Layouts.number("card.limit.day"));
  private final EventDecoder decoder = new JsonEventDecoder(layout, LIMIT);
  private final Event event = new Event(layout);

  @Test
  void readsNestedFieldsAndSkipsTheRest() {
    Rejection rejection =
        decode(
            """
            {"x": [1, {"n": 2}], "n": 1.5, "card": {"limit": {"day": 10, "n": 3}, "country": "NO"},
             "t": "a\\u00e5", "at": "2024-01-01T00:00:00Z", "y": {"n": 9}}
            """);

    assertThat(rejection).isNull();
    assertThat(event.number(0)).isEqualTo(1.5);
    assertThat(event.text(1)).isEqualTo("aå");
    assertThat(event.number(2)).isEqualTo(1_704_067_200_000.0);
    assertThat(event.text(3)).isEqualTo("NO");
    assertThat(event.number(4)).isEqualTo(10);
  }

  @Test
  void aDottedPathMayBeOneFlatName() {
    assertThat(decode("{\"card.country\": \"NO\"}")).isNull();

    assertThat(event.text(3)).isEqualTo("NO");
  }

  @Test
  void absentAndNullFieldsAreMissing() {
    decode("{\"n\": 1, \"t\": \"x\", \"card\": {\"country\": \"NO\"}}");

    assertThat(decode("{\"n\": null, \"card\": null}")).isNull();

    assertThat(event.number(0)).isNaN();
    assertThat(event.text(1)).isNull();
    assertThat(event.text(3)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-0.0, 0",
    "1.50, 1.5",
    "1e2, 100",
    "true, true",
    "false, false",
    "12345678901234567890123, 12345678901234567890123",
    "NaN,",
    "-Infinity,",
    "1e999,"
  })
  void readsScalarsAsText(String json, String text) {
    assertThat(decode("{\"t\": %s}".formatted(json))).isNull();

    assertThat(event.text(1)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1.25, 1.25",
    "true, 1",
    "false, 0",
    "NaN, NaN",
    "Infinity, NaN",
    "1e999, NaN",
    "12345678901234567890123, 12345678901234567890123",
    "9223372036854775807, 9223372036854775807"
  })
  void readsScalarsAsNumbers(String json, Double number) {
    assertThat(decode("{\"n\": %s}".formatted(json))).isNull();

    assertThat(event.number(0)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"n": "1"}       | field n: expected a number, found the text '1'
          {"n": {}}        | field n: expected a number, found an object
          {"n": [1]}       | field n: expected a number, found an array
          {"t": {"a": 1}}  | field t: expected text or a number, found an object
          {"at": true}     | field at: expected a point in time, found the boolean true
          {"at": 17e8}     | field at: expected a point in time in milliseconds or microseconds since 1970, found 1700000000, which looks like seconds
          {"at": "monday"} | field at: expected a point in time (epoch or ISO 8601), found the text 'monday'
          {"at": []}       | field at: expected a point in time, found an array
          {"card": 7}      | field card: expected an object, found a number
          {"card": "x"}    | field card: expected an object, found a string
          {"card": [{}]}   | field card: expected an object, found an array
          {"card": {"limit": false}} | field card.limit: expected an object, found a boolean
          """)
  void aFieldOfAnotherTypeIsRejected(String json, String detail) {
    assertThat(decode(json)).isEqualTo(new Rejection(RejectReason.WRONG_TYPE, detail));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []            | an array
          [1, {"n": 1}] | an array
          1             | a number
          "n"           | a string
          null          | null
          true          | a boolean
          """)
  void whatIsNotAnObjectIsNamed(String json, String found) {
    assertThat(decode(json))
        .isEqualTo(
            new Rejection(RejectReason.NOT_AN_OBJECT, "expected a JSON object, found " + found));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "}",
        "{\"n\"}",
        "{\"n\":}",
        "{\"n\":1",
        "{\"n\":1,}",
        "{n:1}",
        "{'n':1}",
        "{\"n\":01}",
        "{\"n\":.5}",
        "{\"n\":1}x",
        "{\"n\":1}{\"n\":2}",
        "{\"n\":1} ]",
        "[1",
        "[1] 2",
        "nul",
        "{\"t\":\"\n\"}",
        "{\"t\":\"\\x\"}",
        "{\"x\":tru}",
        "{\"n\":1}/*c*/",
        "{\"x\":\"\\ud8\"}"
      })
  void whatIsNotJsonIsMalformed(String json) {
    assertThat(decode(json).reason()).isEqualTo(RejectReason.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "7b2274223a22c3227d, 6",
    "7b2274223a22c0af227d, 6",
    "7b2274223a22eda080227d, 6",
    "7b2278223a22ff227d, 6",
    "007b007d, 0",
    "7b007d00, 1",
    "fffe7b007d00, 0"
  })
  void otherEncodingsThanUtf8AreMalformed(String hex, int position) {
    assertThat(decoder.decode(HexFormat.of().parseHex(hex), event))
        .isEqualTo(
            new Rejection(
                RejectReason.MALFORMED, "expected UTF-8, found other bytes at " + position));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"n\": 1, \"n\": 2}",
        "{\"n\": null, \"n\": 2}",
        "{\"n\": 1, \"x\": 0, \"n\": 1}"
      })
  void aFieldThatStandsTwiceIsMalformed(String json) {
    assertThat(decode(json))
        .isEqualTo(new Rejection(RejectReason.MALFORMED, "expected field n once, found it twice"));
  }

  @Test
  void nestedAndFlatNamesOfOneFieldAreTwo() {
    assertThat(decode("{\"card\": {\"country\": \"NO\"}, \"card.country\": \"SE\"}"))
        .isEqualTo(
            new Rejection(
                RejectReason.MALFORMED, "expected field card.country once, found it twice"));
    assertThat(decode("{\"card\": {}, \"card\": {}}").detail()).contains("field card once");
    assertThat(decode("{\"x\": 1, \"x\": 2, \"n\": 3}")).isNull();
  }

  @Test
  void nestingIsLimited() {
    assertThat(decode("{\"x\":" + "[".repeat(99) + "]".repeat(99) + "}")).isNull();

    Rejection rejection = decode("{\"x\":" + "[".repeat(500_000) + "]".repeat(500_000) + "}");

    assertThat(rejection.reason()).isEqualTo(RejectReason.MALFORMED);
    assertThat(rejection.detail()).contains("100");
  }

  @Test
  void hugeNumeralsAreLimited() {
    assertThat(decode("{\"n\":" + "9".repeat(400) + "}")).isNull();
    assertThat(event.number(0)).isNaN();

    assertThat(decode("{\"n\":" + "9".repeat(100_000) + "}").reason())
        .isEqualTo(RejectReason.MALFORMED);
  }

  @Test
  void tenMegabytesAreTooLarge() {
    assertThat(decoder.decode(new byte[10_000_000], event))
        .isEqualTo(
            new Rejection(
                RejectReason.TOO_LARGE, "expected at most 1048576 bytes, found 10000000"));
  }

  @Test
  void aTextAsLongAsTheRecordIsRead() {
    String text = "x".repeat(LIMIT - 8);

    assertThat(decode("{\"t\":\"%s\"}".formatted(text))).isNull();

    assertThat(event.text(1)).isEqualTo(text);
  }

  @Test
  void aTombstoneIsMalformed() {
    assertThat(decoder.decode(null, event))
        .isEqualTo(
            new Rejection(
                RejectReason.MALFORMED, "expected a record, found no value (a tombstone)"));
  }

  @Test
  void keyAndTimeAreReadWhereTheLayoutNamesThem() {
    EventLayout keyed = Layouts.keyed("card.id", "at", Layouts.number("n"));
    EventDecoder keyedDecoder = new JsonEventDecoder(keyed, LIMIT);
    Event into = new Event(keyed);

    assertThat(keyedDecoder.decode(bytes("{\"at\":0,\"card\":{\"id\":7}}"), into)).isNull();
    assertThat(into.key()).isEqualTo("7");
    assertThat(into.time()).isZero();

    assertThat(keyedDecoder.decode(bytes("{\"at\":0}"), into).reason())
        .isEqualTo(RejectReason.MISSING_KEY);
    assertThat(keyedDecoder.decode(bytes("{\"card\":{\"id\":7}}"), into).reason())
        .isEqualTo(RejectReason.MISSING_TIME);
  }

  @Test
  void aMessageShowsNoMoreThanAHundredCharactersOfAValue() {
    Rejection rejection = decode("{\"n\": \"%s\"}".formatted("y".repeat(5000)));

    assertThat(rejection.detail()).hasSizeLessThan(200);
  }

  @Test
  void aRecordCutAnywhereIsMalformed() {
    byte[] whole = bytes("{\"n\": 1.5, \"card\": {\"country\": \"NØ\"}, \"x\": [true, null]}");
    for (int length = 0; length < whole.length; length++) {
      Rejection rejection = decoder.decode(Arrays.copyOf(whole, length), event);

      assertThat(rejection.reason()).isEqualTo(RejectReason.MALFORMED);
    }
  }

  @Test
  void aDecoderIsUsableAfterABrokenRecord() {
    decode("{\"n\": 1, \"card\": {");

    assertThat(decode("{\"n\": 2}")).isNull();
    assertThat(event.number(0)).isEqualTo(2);
  }

  @Test
  void aLimitBelowOneByteIsRefused() {
    assertThatThrownBy(() -> new JsonEventDecoder(layout, 0))
        .hasMessage("maxBytes must be at least 1, got 0");
  }

  @Property(tries = 2000)
  void arbitraryBytesAreReadOrRejected(@ForAll @Size(max = 64) byte[] bytes) {
    Rejection rejection = decoder.decode(bytes, event);

    assertThat(rejection).isNotNull();
  }

  @Property(tries = 2000)
  void aRecordWithAnyByteChangedIsReadOrRejected(
      @ForAll byte with, @ForAll @IntRange(max = 70) int at) {
    byte[] bytes =
        bytes("{\"n\":1.5,\"t\":\"å\",\"at\":17e11,\"card\":{\"limit\":{\"day\":10}},\"x\":[]}");
    bytes[at % bytes.length] = with;

    Rejection rejection = decoder.decode(bytes, event);

    if (rejection != null) {
      assertThat(rejection.reason())
          .isIn(
              List.of(RejectReason.MALFORMED, RejectReason.WRONG_TYPE, RejectReason.NOT_AN_OBJECT));
    }
  }

  private Rejection decode(String json) {
    return decoder.decode(bytes(json), event);
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
