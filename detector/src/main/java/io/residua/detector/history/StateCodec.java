package io.residua.detector.history;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A state's saved form: the format's version, a bit for each word that is not zero, then those
 * words. Most words of most keys are zero. Bytes that are not such a state read as no state at all:
 * what they held is lost, and the key begins anew.
 */
final class StateCodec {
  static final byte VERSION = 1;

  private StateCodec() {}

  /** The most bytes that a state of so many words takes. */
  static int mostBytes(int words) {
    return 1 + bitmapBytes(words) + words * Long.BYTES;
  }

  static byte[] encode(long[] words) {
    int used = 0;
    for (long word : words) {
      used += word == 0 ? 0 : 1;
    }
    int bitmap = bitmapBytes(words.length);
    byte[] bytes = new byte[1 + bitmap + used * Long.BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    bytes[0] = VERSION;
    buffer.position(1 + bitmap);
    for (int i = 0; i < words.length; i++) {
      if (words[i] != 0) {
        bytes[1 + i / Byte.SIZE] |= (byte) (1 << i % Byte.SIZE);
        buffer.putLong(words[i]);
      }
    }
    return bytes;
  }

  /**
   * Reads a state; all words are zero where the bytes are none.
   *
   * @return whether they were a state of this version and so many words
   */
  static boolean decode(byte[] bytes, long[] words) {
    Arrays.fill(words, 0);
    int bitmap = bitmapBytes(words.length);
    if (bytes.length < 1 + bitmap || bytes[0] != VERSION) {
      return false;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    buffer.position(1 + bitmap);
    for (int i = 0; i < words.length; i++) {
      if ((bytes[1 + i / Byte.SIZE] >>> i % Byte.SIZE & 1) == 1) {
        if (buffer.remaining() < Long.BYTES) {
          Arrays.fill(words, 0);
          return false;
        }
        words[i] = buffer.getLong();
      }
    }
    return true;
  }

  private static int bitmapBytes(int words) {
    return (words + Byte.SIZE - 1) / Byte.SIZE;
  }
}
