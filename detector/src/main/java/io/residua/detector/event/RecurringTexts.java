package io.residua.detector.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts from their bytes, without making those anew that came lately: a stream's keys and
 * categories come again and again. A table of fixed size, in which texts of one place push each
 * other out. Not thread-safe.
 */
final class RecurringTexts {
  private static final int PLACES = 4096;

  /** Longer texts hardly recur, and would make the table large. */
  private static final int LONGEST = 64;

  private final Text[] texts = new Text[PLACES];

  private record Text(byte[] bytes, String text) {
    boolean isOf(byte[] from, int start, int length) {
      return Arrays.equals(bytes, 0, bytes.length, from, start, start + length);
    }
  }

  /**
   * The text that some bytes are.
   *
   * @throws MalformedAvroException when they are not UTF-8
   */
  String of(byte[] bytes, int start, int length) throws MalformedAvroException {
    if (length > LONGEST) {
      return make(bytes, start, length);
    }
    int place = place(bytes, start, length);
    Text known = texts[place];
    if (known != null && known.isOf(bytes, start, length)) {
      return known.text;
    }
    String text = make(bytes, start, length);
    texts[place] = new Text(Arrays.copyOfRange(bytes, start, start + length), text);
    return text;
  }

  private static int place(byte[] bytes, int start, int length) {
    int hash = 1;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return (hash ^ hash >>> 12) & PLACES - 1;
  }

  private static String make(byte[] bytes, int start, int length) throws MalformedAvroException {
    if (Utf8.firstBroken(bytes, start, start + length) >= 0) {
      throw new MalformedAvroException("expected UTF-8 in a string, found other bytes");
    }
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }
}
