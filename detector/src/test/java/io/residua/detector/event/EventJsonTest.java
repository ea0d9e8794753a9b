package io.residua.detector.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EventLayout layout =
      Layouts.keyed("id", "at", Layouts.number("a"), Layouts.text("b"), Layouts.time("b"));
  private final EventJson eventJson = new EventJson(layout);

  @Test
  void missingPartsAreLeftOut() {
    Event event = new Event(layout);
    assertThat(eventJson.write(event)).hasToString("{}");

    event.setNumber(0, 0.1);
    event.setNumber(2, 1.7e12);
    event.setKey("k");

    assertThat(eventJson.write(event))
        .hasToString("{\"numbers\":{\"a\":0.1},\"times\":{\"b\":1.7E12},\"key\":\"k\"}");
  }

  @Property
  void everyEventComesBackAsItWas(
      @ForAll double number,
      @ForAll @WithNull String text,
      @ForAll double instant,
      @ForAll @WithNull String key,
      @ForAll long time)
      throws IOException {
    Event event = new Event(layout);
    event.setNumber(0, number);
    event.setText(1, text);
    event.setNumber(2, instant);
    event.setKey(key);
    event.setTime(time);

    Event read = eventJson.read(JSON.readTree(JSON.writeValueAsBytes(eventJson.write(event))));

    assertThat(Double.doubleToLongBits(read.number(0)))
        .isEqualTo(Double.doubleToLongBits(event.number(0)));
    assertThat(read.text(1)).isEqualTo(text);
    assertThat(read.number(2)).isEqualTo(event.number(2));
    assertThat(read.key()).isEqualTo(key);
    assertThat(read.time()).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                      | expected an event as an object, found array
          {"number":{}}           | expected an event's numbers, texts, times, derived, key or time, found 'number'
          {"numbers":7}           | expected an event's numbers as an object, found 7
          {"numbers":{"b":1}}     | expected fields of the layout among an event's numbers, found 'b'
          {"numbers":{"a":"1"}}   | expected an event's a as a finite number, found string
          {"numbers":{"a":1e999}} | expected an event's a as a finite number, found
          {"texts":{"b":null}}    | expected an event's b as text, found null
          {"key":7}               | expected an event's key as text, found 7
          {"time":1.5}            | expected an event's time in whole milliseconds, found 1.5
          {"time":99999999999999999999} | expected an event's time in whole milliseconds, found
          """)
  void anotherShapeIsRefused(String json, String message) throws JsonProcessingException {
    var tree = JSON.readTree(json);

    assertThatThrownBy(() -> eventJson.read(tree))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
