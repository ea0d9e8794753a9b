package io.residua.detector.event;

import java.io.EOFException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Avro's binary encoding of primitive values, read from an array. Avro's own decoder allocates its
 * source, and two more objects, for each array that it is given. Not thread-safe.
 */
final class AvroBytes {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int BITS_A_BYTE = 7;
  private static final int MORE = 0x80;

  private byte[] bytes = new byte[0];
  private int at;

  void start(byte[] bytes, int offset) {
    this.bytes = bytes;
    this.at = offset;
  }

  /** The array that is read. */
  byte[] array() {
    return bytes;
  }

  boolean atEnd() {
    return at == bytes.length;
  }

  /**
   * Passes so many bytes.
   *
   * @param count not negative
   * @return where they begin
   * @throws EOFException when there are fewer
   */
  int pass(int count) throws EOFException {
    if (count > bytes.length - at) {
      throw new EOFException();
    }
    int from = at;
    at += count;
    return from;
  }

  boolean readBoolean() throws EOFException {
    return bytes[pass(1)] == 1;
  }

  float readFloat() throws EOFException {
    return Float.intBitsToFloat((int) INTS.get(bytes, pass(Float.BYTES)));
  }

  double readDouble() throws EOFException {
    return Double.longBitsToDouble((long) LONGS.get(bytes, pass(Double.BYTES)));
  }

  int readInt() throws EOFException, MalformedAvroException {
    long number = readNumber(Integer.SIZE);
    if ((int) number != number) {
      throw new MalformedAvroException("expected a number of 32 bits, found " + number);
    }
    return (int) number;
  }

  long readLong() throws EOFException, MalformedAvroException {
    return readNumber(Long.SIZE);
  }

  /** Seven bits a byte, the lowest first, and signs in the lowest bit. */
  private long readNumber(int bits) throws EOFException, MalformedAvroException {
    long number = 0;
    for (int shift = 0; shift < bits; shift += BITS_A_BYTE) {
      byte next = bytes[pass(1)];
      number |= (long) (next & (MORE - 1)) << shift;
      if (next >= 0) {
        return (number >>> 1) ^ -(number & 1);
      }
    }
    throw new MalformedAvroException("expected a number of %d bits, found more".formatted(bits));
  }
}
