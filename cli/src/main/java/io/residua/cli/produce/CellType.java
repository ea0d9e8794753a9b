package io.residua.cli.produce;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** What a column's cells become on a topic. */
public enum CellType {
  /** Avro {@code long}. */
  WHOLE,
  /** Avro {@code double}; NaN and infinities become null. */
  NUMBER,
  /** Avro {@code boolean}. */
  FLAG,
  /** Avro {@code string}. */
  TEXT,
  /** Avro {@code timestamp-millis}; ISO-8601 in JSON. Times without a zone are UTC. */
  INSTANT;

  /** The Avro schema of a cell that is not null. */
  Schema schema() {
    return switch (this) {
      case WHOLE -> Schema.create(Schema.Type.LONG);
      case NUMBER -> Schema.create(Schema.Type.DOUBLE);
      case FLAG -> Schema.create(Schema.Type.BOOLEAN);
      case TEXT -> Schema.create(Schema.Type.STRING);
      case INSTANT -> LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
    };
  }

  /**
   * A cell as Long, Double, Boolean, String or Instant, whichever this type is; null stays null.
   *
   * @throws IllegalArgumentException when the cell cannot be one
   */
  Object convert(Object cell) {
    if (cell == null) {
      return null;
    }
    return switch (this) {
      case WHOLE -> number(cell).longValue();
      case NUMBER -> finite(number(cell).doubleValue());
      case FLAG -> flag(cell);
      case TEXT -> cell.toString();
      case INSTANT -> instant(cell);
    };
  }

  private static Double finite(double number) {
    return Double.isFinite(number) ? Double.valueOf(number) : null;
  }

  private static Number number(Object cell) {
    if (cell instanceof Number number) {
      return number;
    }
    throw unexpected("a number", cell);
  }

  private static Boolean flag(Object cell) {
    if (cell instanceof Boolean flag) {
      return flag;
    }
    throw unexpected("true or false", cell);
  }

  private static Instant instant(Object cell) {
    if (cell instanceof Instant instant) {
      return instant;
    } else if (cell instanceof OffsetDateTime time) {
      return time.toInstant();
    } else if (cell instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC);
    } else if (cell instanceof LocalDate date) {
      return date.atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
    }
    throw unexpected("a point in time", cell);
  }

  private static IllegalArgumentException unexpected(String expected, Object cell) {
    String kind = cell instanceof BigDecimal ? "decimal" : cell.getClass().getSimpleName();
    return new IllegalArgumentException(
        "expected %s, found the %s %s".formatted(expected, kind, cell));
  }
}
