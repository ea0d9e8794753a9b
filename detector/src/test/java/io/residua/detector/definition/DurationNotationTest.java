package io.residua.detector.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.nodes.Node;

class DurationNotationTest {
  @ParameterizedTest
  @CsvSource({
    "0s, PT0S",
    "500ms, PT0.5S",
    "30s, PT30S",
    "10m, PT10M",
    "1h, PT1H",
    "36h, PT36H",
    "7d, PT168H"
  })
  void readsAndWritesOneNumberWithOneUnit(String text, Duration duration) {
    assertThat(DurationNotation.parse(text)).contains(duration);
    assertThat(DurationNotation.write(duration)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "m",
        "1.5h",
        "-1s",
        "1h30m",
        "10 m",
        "10M",
        "1w",
        "PT1H",
        "9999999999999s"
      })
  void isStrict(String text) {
    assertThat(DurationNotation.parse(text)).isEmpty();
  }

  @Test
  void writesInTheLargestUnitThatIsExact() {
    assertThat(DurationNotation.write(Duration.ofSeconds(120))).isEqualTo("2m");
    assertThat(DurationNotation.write(Duration.ofSeconds(90))).isEqualTo("90s");
    assertThat(DurationNotation.write(Duration.ofMillis(1_001))).isEqualTo("1001ms");
  }

  @Property
  void whatIsWrittenReadsBackEqual(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long ms) {
    Duration duration = Duration.ofMillis(ms);

    assertThat(DurationNotation.parse(DurationNotation.write(duration))).contains(duration);
  }

  @Test
  void refusesToWriteWhatItCouldNotRead() {
    assertThatThrownBy(() -> DurationNotation.write(Duration.ofNanos(1)))
        .hasMessage(
            "a duration must be of at least 0 and in whole milliseconds, got PT0.000000001S");
    assertThatThrownBy(() -> DurationNotation.write(Duration.ofSeconds(-1)))
        .hasMessageContaining("PT-1S");
  }

  @ParameterizedTest
  @CsvSource({
    "59s, 'x: expected a duration from 1m to 1d, such as 30s, 10m or 1h, found \"59s\"'",
    "999999999999d, 'x: expected a duration from 1m to 1d, such as 30s, 10m or 1h, found"
        + " \"999999999999d\"'",
    "25h, 'x: expected a duration from 1m to 1d, such as 30s, 10m or 1h, found \"25h\"'",
    "soon, 'x: expected a duration from 1m to 1d, such as 30s, 10m or 1h, found \"soon\"'",
    "[1m], 'x: expected a duration from 1m to 1d, such as 30s, 10m or 1h, found a list'"
  })
  void namesTheBounds(String yaml, String message) throws DefinitionException {
    Problems problems = new Problems();
    Node node = YamlTree.of(yaml);

    DurationNotation.read(
        new Value(node, "x", problems), Duration.ofMinutes(1), Duration.ofDays(1));

    assertThatThrownBy(problems::throwIfAny).hasMessage("line 1, " + message);
  }
}
