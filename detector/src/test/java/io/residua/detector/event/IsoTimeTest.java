package io.residua.detector.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
  private final IsoTime iso = new IsoTime();

  @ParameterizedTest
  @CsvSource({
    "2024-02-29,                          2024-02-29T00:00:00Z",
    "2024-02-29T13:05,                    2024-02-29T13:05:00Z",
    "2024-02-29 13:05:06,                 2024-02-29T13:05:06Z",
    "2024-02-29t13:05:06z,                2024-02-29T13:05:06Z",
    "2024-02-29T13:05:06.7,               2024-02-29T13:05:06.700Z",
    "2024-02-29T13:05:06.78Z,             2024-02-29T13:05:06.780Z",
    "2024-02-29T13:05:06.789123456Z,      2024-02-29T13:05:06.789Z",
    "2024-02-29T13:05:06+02:00,           2024-02-29T11:05:06Z",
    "2024-02-29T13:05:06.5-0930,          2024-02-29T22:35:06.500Z",
    "2024-02-29 13:05:06+02,              2024-02-29T11:05:06Z",
    "0000-03-01T00:00:00Z,                0000-03-01T00:00:00Z",
    "1969-12-31T23:59:59.999Z,            1969-12-31T23:59:59.999Z"
  })
  void readsTheUsualForms(String text, String expected) {
    assertThat(Instant.ofEpochMilli(iso.parse(text))).isEqualTo(Instant.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2024",
        "2024-2-29",
        "2023-02-29",
        "2024-13-01",
        "2024-00-10",
        "2024-01-00",
        "2024-01-32",
        "2024-04-31",
        "20240101",
        "2024-01-01T",
        "2024-01-01T1",
        "2024-01-01T24:00",
        "2024-01-01T10:60",
        "2024-01-01T10:10:60",
        "2024-01-01T10:10:10.",
        "2024-01-01T10:10:10.1x",
        "2024-01-01T10:10:10.0123456789",
        "2024-01-01T10:10:10+",
        "2024-01-01T10:10:10+2",
        "2024-01-01T10:10:10+19:00",
        "2024-01-01T10:10:10+02:60",
        "2024-01-01T10:10:10+02:",
        "2024-01-01T10:10:10 Europe/Oslo",
        "2024-01-01T10:10:10Z ",
        " 2024-01-01",
        "-024-01-01",
        "2024-01-01T10:10:10ZZ",
        "1700000000000",
        "２０２４-01-01"
      })
  void refusesEverythingElse(String text) {
    assertThat(iso.parse(text)).isEqualTo(Event.NO_TIME);
  }

  @Property
  void agreesWithTheJdkOnEveryDay(@ForAll @LongRange(min = -719_528, max = 2_932_896) long day) {
    LocalDate date = LocalDate.ofEpochDay(day);

    assertThat(iso.parse(date.toString())).isEqualTo(day * 86_400_000L);
  }

  @Property
  void agreesWithTheJdkOnOffsetTimes(
      @ForAll @LongRange(min = -62_000_000_000_000L, max = 253_000_000_000_000L) long millis,
      @ForAll @IntRange(min = -1080, max = 1080) int offsetMinutes) {
    OffsetDateTime time =
        Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
    String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);

    assertThat(iso.parse(text)).as(text).isEqualTo(millis);
  }

  @Property
  void neverThrows(@ForAll("almostTimes") String text) {
    long parsed = iso.parse(text);

    assertThat(parsed == Event.NO_TIME || Math.abs(parsed) < 400_000_000_000_000L).isTrue();
  }

  @Provide
  Arbitrary<String> almostTimes() {
    return Arbitraries.strings().withChars("0123456789-+:TZ .").ofMaxLength(32);
  }
}
