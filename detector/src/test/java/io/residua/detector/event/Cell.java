package io.residua.detector.event;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * One value as three producers would write it.
 *
 * @param avroType the Avro type, as JSON
 * @param avro its value for Avro's generic writer
 * @param json its JSON
 * @param row its Java object in a row
 */
record Cell(String avroType, Object avro, String json, Object row) {
  /** Values of every type that all three can write. */
  static Arbitrary<Cell> any() {
    return Arbitraries.oneOf(
        longs(), doubles(), decimals(), booleans(), texts(), instants(), nulls(), isoTexts());
  }

  private static Arbitrary<Cell> longs() {
    return Arbitraries.longs()
        .map(value -> new Cell("\"long\"", value, Long.toString(value), value));
  }

  private static Arbitrary<Cell> doubles() {
    return Arbitraries.oneOf(
            Arbitraries.doubles(), Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, 1e20))
        .map(value -> new Cell("\"double\"", value, Double.toString(value), value));
  }

  private static Arbitrary<Cell> decimals() {
    String type = "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":40,\"scale\":%d}";
    return Arbitraries.bigIntegers()
        .between(BigInteger.TEN.pow(39).negate(), BigInteger.TEN.pow(39))
        .flatMap(
            unscaled ->
                Arbitraries.integers()
                    .between(0, 10)
                    .map(
                        scale ->
                            new Cell(
                                type.formatted(scale),
                                ByteBuffer.wrap(unscaled.toByteArray()),
                                new BigDecimal(unscaled, scale).toPlainString(),
                                new BigDecimal(unscaled, scale))));
  }

  private static Arbitrary<Cell> booleans() {
    return Arbitraries.of(true, false)
        .map(value -> new Cell("\"boolean\"", value, value.toString(), value));
  }

  private static Arbitrary<Cell> texts() {
    return Arbitraries.strings().ascii().ofMaxLength(20).map(Cell::text);
  }

  private static Arbitrary<Cell> isoTexts() {
    return millis().map(value -> text(Instant.ofEpochMilli(value).toString()));
  }

  private static Cell text(String value) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      json.append("\\u%04x".formatted((int) c));
    }
    return new Cell("[\"null\",\"string\"]", value, json.append('"').toString(), value);
  }

  // JSON has no timestamps: the other two write what a JSON producer writes as milliseconds.
  private static Arbitrary<Cell> instants() {
    return millis()
        .map(value -> new Cell("\"long\"", value, Long.toString(value), BigInteger.valueOf(value)));
  }

  private static Arbitrary<Cell> nulls() {
    return Arbitraries.just(new Cell("[\"null\",\"double\"]", null, "null", null));
  }

  /** Times that both an Avro timestamp and a row's LocalDateTime hold. */
  static Arbitrary<Long> millis() {
    return Arbitraries.longs().between(-60_000_000_000_000L, 200_000_000_000_000L);
  }

  static LocalDateTime local(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }
}
