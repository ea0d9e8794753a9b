package io.residua.detector.event;

import java.util.Arrays;

/**
 * One record's fields, in the order of an {@link EventLayout}.
 *
 * <p>A buffer: a decoder clears and fills it, a thread reuses it for every record. Not thread-safe.
 */
public final class Event {
  /** {@link #time()} of an event that carries none. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private final EventLayout layout;
  private final double[] numbers;
  private final String[] texts;
  private String key;
  private long time = NO_TIME;

  public Event(EventLayout layout) {
    this.layout = layout;
    this.numbers = new double[layout.size()];
    this.texts = new String[layout.size()];
    clear();
  }

  public EventLayout layout() {
    return layout;
  }

  /** The value of a number or time field; NaN when it is missing or was not finite. */
  public double number(int field) {
    return numbers[field];
  }

  /** The value of a text field; null when it is missing. */
  public String text(int field) {
    return texts[field];
  }

  /** The event's key, or null. */
  public String key() {
    return key;
  }

  /** Event time in milliseconds since 1970 UTC, or {@link #NO_TIME}. */
  public long time() {
    return time;
  }

  /** Sets a number or time field; infinities are stored as missing. */
  public void setNumber(int field, double value) {
    numbers[field] = Double.isFinite(value) ? value : Double.NaN;
  }

  public void setText(int field, String value) {
    texts[field] = value;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public void setTime(long time) {
    this.time = time;
  }

  /** Makes every field missing. */
  public void clear() {
    Arrays.fill(numbers, Double.NaN);
    Arrays.fill(texts, null);
    key = null;
    time = NO_TIME;
  }
}
