package io.residua.detector.event;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Many events, column by column, for fitting and batch scoring: one {@code double} or one string
 * reference per cell. Grows by appending; not thread-safe.
 */
public final class EventTable {
  private final EventLayout layout;
  private final double[][] numbers;
  private final String[][] texts;
  private String[] keys;
  private long[] times;
  private int rows;

  public EventTable(EventLayout layout) {
    this.layout = layout;
    this.numbers = new double[layout.size()][];
    this.texts = new String[layout.size()][];
    for (int i = 0; i < layout.size(); i++) {
      if (layout.field(i).kind() == FieldKind.TEXT) {
        texts[i] = new String[16];
      } else {
        numbers[i] = new double[16];
      }
    }
    this.keys = new String[16];
    this.times = new long[16];
  }

  public EventLayout layout() {
    return layout;
  }

  public int rows() {
    return rows;
  }

  /** The cell of a number or time field; NaN when missing. */
  public double number(int row, int field) {
    return numbers[field][checked(row)];
  }

  /** The cell of a text field; null when missing. */
  public String text(int row, int field) {
    return texts[field][checked(row)];
  }

  public String key(int row) {
    return keys[checked(row)];
  }

  /** Event time of a row, or {@link Event#NO_TIME}. */
  public long time(int row) {
    return times[checked(row)];
  }

  /** Copies a row into an event of the same layout. */
  public void read(int row, Event into) {
    checked(row);
    for (int i = 0; i < layout.size(); i++) {
      if (texts[i] != null) {
        into.setText(i, texts[i][row]);
      } else {
        into.setNumber(i, numbers[i][row]);
      }
    }
    into.setKey(keys[row]);
    into.setTime(times[row]);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException when the event has another layout
   */
  public void append(Event event) {
    if (!event.layout().equals(layout)) {
      throw new IllegalArgumentException(
          "expected an event of the table's layout %s, found %s".formatted(layout, event.layout()));
    }
    if (rows == keys.length) {
      grow(rows * 2);
    }
    rows++;
    write(rows - 1, event);
  }

  /** Writes an event of the same layout over a row. */
  public void write(int row, Event event) {
    checked(row);
    for (int i = 0; i < layout.size(); i++) {
      if (texts[i] != null) {
        texts[i][row] = event.text(i);
      } else {
        numbers[i][row] = event.number(i);
      }
    }
    keys[row] = event.key();
    times[row] = event.time();
  }

  /** All row numbers by event time; rows of one time stay in the table's order. */
  public int[] oldestFirst() {
    return IntStream.range(0, rows)
        .boxed()
        .sorted(Comparator.comparingLong(row -> times[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** A table of the given rows, in the given order. */
  public EventTable select(int[] rowNumbers) {
    EventTable selected = new EventTable(layout);
    Event event = new Event(layout);
    for (int row : rowNumbers) {
      read(row, event);
      selected.append(event);
    }
    return selected;
  }

  private void grow(int capacity) {
    for (int i = 0; i < layout.size(); i++) {
      if (texts[i] != null) {
        texts[i] = Arrays.copyOf(texts[i], capacity);
      } else {
        numbers[i] = Arrays.copyOf(numbers[i], capacity);
      }
    }
    keys = Arrays.copyOf(keys, capacity);
    times = Arrays.copyOf(times, capacity);
  }

  private int checked(int row) {
    if (row < 0 || row >= rows) {
      throw new IndexOutOfBoundsException("row " + row + " of a table of " + rows);
    }
    return row;
  }
}
