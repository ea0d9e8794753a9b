package io.residua.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Compares a Kafka key with an event's, without making bytes of the event's where it is ASCII. */
final class KeyBytes {
  private KeyBytes() {}

  /**
   * @param bytes null for none
   * @return whether these are the text in UTF-8
   */
  static boolean areOf(byte[] bytes, String text) {
    if (bytes == null) {
      return false;
    }
    for (int i = 0; i < Math.min(bytes.length, text.length()); i++) {
      if (bytes[i] < 0) {
        return Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
      }
      if (bytes[i] != text.charAt(i)) {
        return false;
      }
    }
    return bytes.length == text.length();
  }
}
