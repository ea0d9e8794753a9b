package io.residua.stream.kafka;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;

/**
 * A piece of a {@link StateRing}: entries one after the other, each the state's length (or that it
 * was removed), the key's length, flags, key and state. An entry is addressed by its segment's
 * number and its offset.
 */
final class Segment {
  /** Small enough that no collector takes it for a huge object, with a heap of 1 GB or more. */
  static final int BYTES = 1 << 18;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int OFFSET_BITS = 18;
  private static final int NO_STATE = -1;
  private static final int KEY_LENGTH = 4;
  private static final int FLAGS = 8;
  private static final int HEADER = 9;
  private static final int STORED = 1;
  private static final int TOUCHED = 2;

  private final byte[] bytes = new byte[BYTES];
  private long number;
  private int used;

  /** Empties the segment and gives it a number. */
  void begin(long number) {
    this.number = number;
    this.used = 0;
  }

  long number() {
    return number;
  }

  int used() {
    return used;
  }

  static long number(long address) {
    return address >>> OFFSET_BITS;
  }

  static int offset(long address) {
    return (int) address & BYTES - 1;
  }

  long address(int offset) {
    return number << OFFSET_BITS | offset;
  }

  /** Bytes that an entry takes. */
  static int bytes(byte[] key, byte[] state) {
    return HEADER + key.length + (state == null ? 0 : state.length);
  }

  boolean fits(byte[] key, byte[] state) {
    return used + bytes(key, state) <= BYTES;
  }

  /**
   * @return the entry's address
   */
  long append(byte[] key, byte[] state, boolean changed) {
    int offset = used;
    INT.set(bytes, offset, state == null ? NO_STATE : state.length);
    INT.set(bytes, offset + KEY_LENGTH, key.length);
    bytes[offset + FLAGS] = (byte) (changed ? 0 : STORED);
    System.arraycopy(key, 0, bytes, offset + HEADER, key.length);
    if (state != null) {
      System.arraycopy(state, 0, bytes, offset + HEADER + key.length, state.length);
    }
    used += bytes(key, state);
    return address(offset);
  }

  /**
   * Replaces a state by one of the same length that the store does not have.
   *
   * @return whether it has this length
   */
  boolean overwrite(int offset, byte[] state) {
    if ((state == null ? NO_STATE : state.length) != (int) INT.get(bytes, offset)) {
      return false;
    }
    if (state != null) {
      System.arraycopy(state, 0, bytes, offset + HEADER + keyLength(offset), state.length);
    }
    bytes[offset + FLAGS] = TOUCHED;
    return true;
  }

  int bytes(int offset) {
    return HEADER + keyLength(offset) + stateLength(offset);
  }

  boolean hasKey(int offset, byte[] key) {
    int from = offset + HEADER;
    return keyLength(offset) == key.length
        && Arrays.equals(bytes, from, from + key.length, key, 0, key.length);
  }

  byte[] key(int offset) {
    return Arrays.copyOfRange(bytes, offset + HEADER, offset + HEADER + keyLength(offset));
  }

  boolean isRemoved(int offset) {
    return (int) INT.get(bytes, offset) == NO_STATE;
  }

  byte[] state(int offset) {
    int from = offset + HEADER + keyLength(offset);
    return Arrays.copyOfRange(bytes, from, from + stateLength(offset));
  }

  KeyValue<Bytes, byte[]> entry(int offset) {
    return KeyValue.pair(Bytes.wrap(key(offset)), isRemoved(offset) ? null : state(offset));
  }

  boolean isStored(int offset) {
    return (bytes[offset + FLAGS] & STORED) != 0;
  }

  void setStored(int offset) {
    bytes[offset + FLAGS] |= STORED;
  }

  /** Notes that the entry was used. */
  void touch(int offset) {
    bytes[offset + FLAGS] |= TOUCHED;
  }

  boolean isTouched(int offset) {
    return (bytes[offset + FLAGS] & TOUCHED) != 0;
  }

  private int keyLength(int offset) {
    return (int) INT.get(bytes, offset + KEY_LENGTH);
  }

  private int stateLength(int offset) {
    return Math.max(0, (int) INT.get(bytes, offset));
  }
}
