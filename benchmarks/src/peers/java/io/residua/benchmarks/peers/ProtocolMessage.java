package io.residua.benchmarks.peers;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a message of Protocol Buffers, field by field. */
final class ProtocolMessage {
  private static final int VARIABLE_INTEGER = 0;
  private static final int LENGTH_DELIMITED = 2;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ProtocolMessage number(int field, long value) {
    tag(field, VARIABLE_INTEGER);
    variableInteger(value);
    return this;
  }

  ProtocolMessage bytes(int field, byte[] value) {
    tag(field, LENGTH_DELIMITED);
    variableInteger(value.length);
    bytes.writeBytes(value);
    return this;
  }

  ProtocolMessage text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  ProtocolMessage message(int field, ProtocolMessage value) {
    return bytes(field, value.toByteArray());
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  private void tag(int field, int type) {
    variableInteger((long) field << 3 | type);
  }

  private void variableInteger(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }
}
