package io.residua.schema.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * The two headers that say which schema wrote an Avro value.
 *
 * <ul>
 *   <li>Confluent: byte 00, then the schema's id in a registry, four bytes, big-endian.
 *   <li>Avro single-object (Avro specification, "Single-object encoding"): bytes C3 01, then the
 *       CRC-64-AVRO fingerprint of the schema's parsing canonical form, eight bytes, little-endian.
 * </ul>
 */
public final class AvroFraming {
  /** Length of the Confluent header. */
  public static final int CONFLUENT_LENGTH = 5;

  /** Length of the single-object header. */
  public static final int SINGLE_OBJECT_LENGTH = 10;

  private static final byte MAGIC_0 = (byte) 0xC3;
  private static final byte MAGIC_1 = 0x01;
  private static final VarHandle INT_BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG_LITTLE_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private AvroFraming() {}

  /** Whether a value is long enough for a Confluent header and starts with its magic byte. */
  public static boolean looksConfluent(byte[] value) {
    return value.length >= CONFLUENT_LENGTH && value[0] == 0;
  }

  /** The schema id of a value that {@link #looksConfluent}. */
  public static int confluentId(byte[] value) {
    return (int) INT_BIG_ENDIAN.get(value, 1);
  }

  /** Whether a value is long enough for a single-object header and starts with its magic bytes. */
  public static boolean looksSingleObject(byte[] value) {
    return value.length >= SINGLE_OBJECT_LENGTH && value[0] == MAGIC_0 && value[1] == MAGIC_1;
  }

  /** The schema fingerprint of a value that {@link #looksSingleObject}. */
  public static long fingerprint(byte[] value) {
    return (long) LONG_LITTLE_ENDIAN.get(value, 2);
  }

  /** The fingerprint by which single-object headers name a schema. */
  public static long fingerprint(Schema schema) {
    return SchemaNormalization.parsingFingerprint64(schema);
  }

  static byte[] confluentHeader(int id) {
    byte[] header = new byte[CONFLUENT_LENGTH];
    INT_BIG_ENDIAN.set(header, 1, id);
    return header;
  }

  static byte[] singleObjectHeader(Schema schema) {
    byte[] header = new byte[SINGLE_OBJECT_LENGTH];
    header[0] = MAGIC_0;
    header[1] = MAGIC_1;
    LONG_LITTLE_ENDIAN.set(header, 2, fingerprint(schema));
    return header;
  }
}
