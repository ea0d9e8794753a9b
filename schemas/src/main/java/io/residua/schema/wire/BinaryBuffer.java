package io.residua.schema.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Avro's binary encoding (Avro specification, "Primitive Types") into a growing array. */
final class BinaryBuffer {
  private static final VarHandle DOUBLE =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LONGEST_VARINT = 10;
  private static final int ASCII = 0x80;

  private byte[] bytes = new byte[256];
  private int size;

  void clear() {
    size = 0;
  }

  /** A copy of what was written since {@link #clear}. */
  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  void writeRaw(byte[] raw) {
    reserve(raw.length);
    System.arraycopy(raw, 0, bytes, size, raw.length);
    size += raw.length;
  }

  void writeBoolean(boolean value) {
    reserve(1);
    bytes[size++] = (byte) (value ? 1 : 0);
  }

  /** Also an int: both are zig-zag varints. */
  void writeLong(long value) {
    reserve(LONGEST_VARINT);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void writeFloat(float value) {
    reserve(Float.BYTES);
    FLOAT.set(bytes, size, value);
    size += Float.BYTES;
  }

  void writeDouble(double value) {
    reserve(Double.BYTES);
    DOUBLE.set(bytes, size, value);
    size += Double.BYTES;
  }

  void writeBytes(ByteBuffer value) {
    int length = value.remaining();
    writeLong(length);
    reserve(length);
    value.duplicate().get(bytes, size, length);
    size += length;
  }

  /** Names and keys are short and mostly ASCII, which is copied without an array in between. */
  void writeString(String text) {
    int length = text.length();
    int start = size;
    writeLong(length);
    reserve(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        size = start;
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeLong(utf8.length);
        writeRaw(utf8);
        return;
      }
      bytes[size++] = (byte) c;
    }
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
    }
  }
}
