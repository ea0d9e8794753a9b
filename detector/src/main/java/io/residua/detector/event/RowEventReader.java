package io.residua.detector.event;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Rows of Java objects, as a database driver gives them, into events, by the very rules that the
 * decoders follow. A field reads the column named like its whole path. Reads numbers, {@link
 * BigInteger} and {@link BigDecimal}, booleans, text, UUIDs, {@code java.time} values and {@link
 * Timestamp}; times without a zone are UTC. A Timestamp is taken by its wall clock in the JVM's
 * zone, which is how drivers make one of a column without a zone; a {@link LocalDateTime} is the
 * better choice, as it has no gap in spring. One instance per thread.
 */
public final class RowEventReader {
  private final FieldTarget[] targets;
  private final List<String> absent = new ArrayList<>();

  /**
   * @param columns names of a row's cells, in order; those that no field reads are ignored
   */
  public RowEventReader(EventLayout layout, List<String> columns) {
    this.targets = new FieldTarget[columns.size()];
    for (String path : layout.paths()) {
      int column = columns.indexOf(path);
      if (column < 0) {
        absent.add(path);
      } else {
        targets[column] = new FieldTarget(layout, path);
      }
    }
  }

  /** Paths of the layout for which there is no column, in the layout's order. */
  public List<String> absent() {
    return List.copyOf(absent);
  }

  /** Whether any field reads this column; other cells of a row need not be filled. */
  public boolean reads(int column) {
    return targets[column] != null;
  }

  /**
   * Reads one row.
   *
   * @param row a cell for each column; null is a missing value
   * @param into cleared, then filled; its content is undefined when the row is rejected
   * @return null when the row was read, else why it was not
   */
  public Rejection read(Object[] row, Event into) {
    into.clear();
    for (int column = 0; column < targets.length; column++) {
      FieldTarget target = targets[column];
      if (target != null && row[column] != null) {
        Rejection rejection = put(row[column], target, into);
        if (rejection != null) {
          return rejection;
        }
      }
    }
    return EventChecks.complete(into);
  }

  private static Rejection put(Object cell, FieldTarget target, Event into) {
    if (cell instanceof Double number) {
      return target.number(number.doubleValue(), into);
    } else if (cell instanceof Number number) {
      return putNumber(number, target, into);
    } else if (cell instanceof CharSequence text) {
      return target.text(text.toString(), into);
    } else if (cell instanceof Boolean flag) {
      return target.bool(flag, into);
    } else if (cell instanceof UUID id) {
      return target.text(id.toString(), into);
    }
    return putTime(cell, target, into);
  }

  private static Rejection putNumber(Number number, FieldTarget target, Event into) {
    if (number instanceof Float single) {
      return target.number(single.floatValue(), into);
    } else if (number instanceof BigDecimal decimal) {
      return target.number(decimal, into);
    } else if (number instanceof BigInteger integer) {
      return target.integer(integer, into);
    } else if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return target.integer(number.longValue(), into);
    }
    return target.wrongType("a " + number.getClass().getName());
  }

  private static Rejection putTime(Object cell, FieldTarget target, Event into) {
    if (cell instanceof LocalDateTime time) {
      return target.instant(time.toInstant(ZoneOffset.UTC), into);
    } else if (cell instanceof Timestamp time) {
      return target.instant(time.toLocalDateTime().toInstant(ZoneOffset.UTC), into);
    } else if (cell instanceof OffsetDateTime time) {
      return target.instant(time.toInstant(), into);
    } else if (cell instanceof ZonedDateTime time) {
      return target.instant(time.toInstant(), into);
    } else if (cell instanceof Instant time) {
      return target.instant(time, into);
    } else if (cell instanceof LocalDate date) {
      return target.date(date.toEpochDay(), into);
    } else if (cell instanceof LocalTime time) {
      return target.timeOfDay(time.getLong(ChronoField.MICRO_OF_DAY), into);
    }
    return target.wrongType("a " + cell.getClass().getName());
  }
}
