package io.residua.detector.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowEventReaderTest {
  private static final LocalDateTime NOON = LocalDateTime.parse("2024-03-10T12:00:00.5");
  private static final double NOON_MILLIS = Instant.parse("2024-03-10T12:00:00.5Z").toEpochMilli();
  private static final double DAY_MILLIS = Instant.parse("2024-03-10T00:00:00Z").toEpochMilli();

  static List<Arguments> cells() {
    return List.of(
        arguments(7, 7.0, "7"),
        arguments((short) 7, 7.0, "7"),
        arguments((byte) -7, -7.0, "-7"),
        arguments(1L << 60, 0x1p60, "1152921504606846976"),
        arguments(2.5, 2.5, "2.5"),
        arguments(3.0, 3.0, "3"),
        arguments(0.1f, (double) 0.1f, "0.1"),
        arguments(new BigDecimal("12.50"), 12.5, "12.5"),
        arguments(new BigInteger("42"), 42.0, "42"),
        arguments(new BigInteger("99999999999999999999"), 1e20, "99999999999999999999"),
        arguments(true, 1.0, "true"),
        arguments(false, 0.0, "false"),
        arguments(Double.NaN, Double.NaN, null),
        arguments(Float.POSITIVE_INFINITY, Double.NaN, null),
        arguments(null, Double.NaN, null),
        arguments(NOON, NOON_MILLIS, "2024-03-10T12:00:00.500Z"),
        arguments(Timestamp.valueOf(NOON), NOON_MILLIS, "2024-03-10T12:00:00.500Z"),
        arguments(
            OffsetDateTime.parse("2024-03-10T13:00:00.5+01:00"),
            NOON_MILLIS,
            "2024-03-10T12:00:00.500Z"),
        arguments(NOON.atZone(ZoneId.of("UTC")), NOON_MILLIS, "2024-03-10T12:00:00.500Z"),
        arguments(
            Instant.ofEpochMilli((long) NOON_MILLIS), NOON_MILLIS, "2024-03-10T12:00:00.500Z"),
        arguments(LocalDate.parse("2024-03-10"), DAY_MILLIS, "2024-03-10"),
        arguments(LocalTime.parse("00:00:01.5"), 1500.0, "00:00:01.500"));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void readsACellAsNumberAndAsText(Object cell, Double number, String text) {
    EventLayout layout = Layouts.of(Layouts.number("a"), Layouts.text("a"));
    Event event = new Event(layout);

    Rejection rejection = new RowEventReader(layout, List.of("a")).read(row(cell), event);

    assertThat(rejection).isNull();
    assertThat(event.number(0)).isEqualTo(number);
    assertThat(event.text(1)).isEqualTo(text);
  }

  static List<Arguments> times() {
    return List.of(
        arguments((long) NOON_MILLIS, NOON_MILLIS),
        arguments((long) NOON_MILLIS * 1000 + 999, NOON_MILLIS),
        arguments(NOON_MILLIS, NOON_MILLIS),
        arguments(new BigInteger("0"), 0.0),
        arguments("2024-03-10 12:00:00.5", NOON_MILLIS),
        arguments("2024-03-10T14:00:00.5+02:00", NOON_MILLIS),
        arguments(NOON, NOON_MILLIS),
        arguments(LocalDate.parse("2024-03-10"), DAY_MILLIS));
  }

  @ParameterizedTest
  @MethodSource("times")
  void readsACellAsTime(Object cell, double millis) {
    EventLayout layout = Layouts.keyed("id", "at", Layouts.time("at"));
    Event event = new Event(layout);

    Rejection rejection =
        new RowEventReader(layout, List.of("at", "id")).read(new Object[] {cell, 12L}, event);

    assertThat(rejection).isNull();
    assertThat(event.number(0)).isEqualTo(millis);
    assertThat(event.time()).isEqualTo((long) millis);
    assertThat(event.key()).isEqualTo("12");
  }

  static List<Arguments> wrongCells() {
    return List.of(
        arguments(FieldKind.NUMBER, "12", "expected a number, found the text '12'"),
        arguments(FieldKind.NUMBER, new byte[1], "expected a number, found a [B"),
        arguments(
            FieldKind.NUMBER,
            new AtomicInteger(),
            "expected a number, found a java.util.concurrent.atomic.AtomicInteger"),
        arguments(
            FieldKind.NUMBER,
            UUID.fromString("00000000-0000-0000-0000-000000000001"),
            "expected a number, found the text '00000000-0000-0000-0000-000000000001'"),
        arguments(
            FieldKind.TEXT,
            List.of(),
            "expected text or a number, found a java.util.ImmutableCollections$ListN"),
        arguments(FieldKind.TIME, true, "expected a point in time, found the boolean true"),
        arguments(
            FieldKind.TIME,
            1_700_000_000L,
            "expected a point in time in milliseconds or microseconds since 1970, found 1700000000, which looks like seconds"),
        arguments(
            FieldKind.TIME,
            1.7e9,
            "expected a point in time in milliseconds or microseconds since 1970, found 1700000000, which looks like seconds"),
        arguments(
            FieldKind.TIME,
            new BigInteger("9".repeat(30)),
            "expected a point in time in milliseconds or microseconds since 1970, found 1.0E30, which is out of range"),
        arguments(
            FieldKind.TIME,
            "yesterday",
            "expected a point in time (epoch or ISO 8601), found the text 'yesterday'"),
        arguments(
            FieldKind.TIME,
            LocalTime.NOON,
            "expected a point in time, found a time of day of 43200000000 µs"),
        arguments(
            FieldKind.TIME,
            LocalDateTime.MAX,
            "expected a point in time, found +999999999-12-31T23:59:59.999999999Z, which is out of range"),
        arguments(
            FieldKind.TIME,
            LocalDate.MIN,
            "expected a date, found day -365243219162 since 1970, which is out of range"));
  }

  @ParameterizedTest
  @MethodSource("wrongCells")
  void aCellOfAnotherTypeIsRejected(FieldKind kind, Object cell, String message) {
    EventLayout layout = Layouts.of(new EventField("a.b", kind));

    Rejection rejection =
        new RowEventReader(layout, List.of("a.b")).read(row(cell), new Event(layout));

    assertThat(rejection)
        .isEqualTo(new Rejection(RejectReason.WRONG_TYPE, "field a.b: " + message));
  }

  @Test
  void columnsAreFoundByNameInAnyOrder() {
    EventLayout layout = Layouts.of(Layouts.number("b"), Layouts.text("card.country"));
    RowEventReader reader = new RowEventReader(layout, List.of("card.country", "x", "b"));
    Event event = new Event(layout);

    assertThat(reader.read(new Object[] {"NO", "ignored", 4}, event)).isNull();

    assertThat(event.number(0)).isEqualTo(4);
    assertThat(event.text(1)).isEqualTo("NO");
    assertThat(reader.reads(1)).isFalse();
    assertThat(reader.reads(2)).isTrue();
  }

  @Test
  void aFieldWithoutAColumnIsMissingAndNamed() {
    EventLayout layout = Layouts.keyed("id", "at", Layouts.number("b"));
    RowEventReader reader = new RowEventReader(layout, List.of("id", "at"));
    Event event = new Event(layout);

    assertThat(reader.read(new Object[] {"k", 0}, event)).isNull();

    assertThat(event.number(0)).isNaN();
    assertThat(reader.absent()).containsExactly("b");
  }

  @Test
  void aRowWithoutKeyOrTimeIsRejected() {
    EventLayout layout = Layouts.keyed("id", "at");
    RowEventReader reader = new RowEventReader(layout, List.of("id", "at"));
    Event event = new Event(layout);

    assertThat(reader.read(new Object[] {null, 0}, event))
        .isEqualTo(
            new Rejection(
                RejectReason.MISSING_KEY, "expected the event's key in field id, found none"));
    assertThat(reader.read(new Object[] {"k", Double.NaN}, event))
        .isEqualTo(
            new Rejection(
                RejectReason.MISSING_TIME, "expected the event's time in field at, found none"));
  }

  @Test
  void nothingOfTheRowBeforeRemains() {
    EventLayout layout = Layouts.of(Layouts.number("a"), Layouts.text("b"));
    RowEventReader reader = new RowEventReader(layout, List.of("a", "b"));
    Event event = new Event(layout);
    reader.read(new Object[] {1, "x"}, event);

    reader.read(new Object[] {null, null}, event);

    assertThat(event.number(0)).isNaN();
    assertThat(event.text(1)).isNull();
  }

  private static Object[] row(Object cell) {
    return new Object[] {cell};
  }
}
