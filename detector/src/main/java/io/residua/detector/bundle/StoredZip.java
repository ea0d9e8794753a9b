package io.residua.detector.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A zip of uncompressed entries, written in exactly one way (PKWARE APPNOTE 6.3.10, sections 4.3.7,
 * 4.3.12 and 4.3.16). Reading walks the entries, writes them again and compares, so that a byte
 * that differs anywhere, also in a checksum or in the directory at the end, is found, and there is
 * nothing to expand.
 */
final class StoredZip {
  /** Most entries: more than a bundle has. */
  static final int MOST_ENTRIES = 16;

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;
  private static final int MOST_NAME = 100;
  private static final short NEEDED_VERSION = 10;
  private static final int DATE_1980_01_01 = 0x21 << 16;

  private StoredZip() {}

  /**
   * Writes entries in the map's order.
   *
   * @param entries by name; names are ASCII
   */
  static byte[] write(Map<String, byte[]> entries) {
    ByteBuffer out = ByteBuffer.allocate(size(entries)).order(ByteOrder.LITTLE_ENDIAN);
    int[] offsets = new int[entries.size()];
    int number = 0;
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      offsets[number++] = out.position();
      out.putInt(LOCAL);
      putCommon(out, entry);
      out.put(name(entry)).put(entry.getValue());
    }
    int directory = out.position();
    number = 0;
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      out.putInt(CENTRAL).putShort(NEEDED_VERSION);
      putCommon(out, entry);
      out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
      out.putInt(offsets[number++]).put(name(entry));
    }
    putEnd(out, entries.size(), directory);
    return out.array();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @return the entries in their order
   * @throws BundleException when a single byte is not as {@link #write} would have written it
   */
  static Map<String, byte[]> read(byte[] zip) throws BundleException {
    ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    while (in.remaining() >= LOCAL_BYTES && in.getInt(in.position()) == LOCAL) {
      readEntry(in, entries);
      if (entries.size() > MOST_ENTRIES) {
        throw new BundleException("expected at most " + MOST_ENTRIES + " entries, found more");
      }
    }
    if (entries.isEmpty()) {
      throw new BundleException("expected a zip of uncompressed entries, found something else");
    }
    int at = Arrays.mismatch(zip, write(entries));
    if (at >= 0) {
      throw new BundleException(
          "the zip is truncated or damaged at byte %d of %d".formatted(at, zip.length));
    }
    return entries;
  }

  private static void readEntry(ByteBuffer in, Map<String, byte[]> entries) throws BundleException {
    int start = in.position();
    int method = in.getShort(start + 8);
    int size = in.getInt(start + 22);
    int nameLength = in.getShort(start + 26);
    if (nameLength < 1 || nameLength > MOST_NAME || nameLength > in.remaining() - LOCAL_BYTES) {
      throw new BundleException(
          "expected an entry's name of 1 to " + MOST_NAME + " bytes at byte " + (start + 26));
    }
    byte[] bytes = new byte[nameLength];
    in.position(start + LOCAL_BYTES).get(bytes);
    String name = printable(bytes);
    if (method != 0) {
      throw new BundleException(
          "expected uncompressed entries, found compression method " + method + " in " + name);
    }
    if (size < 0 || size > in.remaining()) {
      throw new BundleException(
          "entry %s is truncated: expected %d bytes, found %d"
              .formatted(name, Integer.toUnsignedLong(size), in.remaining()));
    }
    byte[] content = new byte[size];
    in.get(content);
    if (entries.put(name, content) != null) {
      throw new BundleException("entry " + name + " stands twice");
    }
  }

  /** What the header of an entry and its line in the directory have in common. */
  private static void putCommon(ByteBuffer out, Map.Entry<String, byte[]> entry) {
    CRC32 crc = new CRC32();
    crc.update(entry.getValue());
    out.putShort(NEEDED_VERSION).putShort((short) 0).putShort((short) 0);
    out.putInt(DATE_1980_01_01).putInt((int) crc.getValue());
    out.putInt(entry.getValue().length).putInt(entry.getValue().length);
    out.putShort((short) name(entry).length).putShort((short) 0);
  }

  private static void putEnd(ByteBuffer out, int entries, int directory) {
    int directoryBytes = out.position() - directory;
    out.putInt(END).putShort((short) 0).putShort((short) 0);
    out.putShort((short) entries).putShort((short) entries);
    out.putInt(directoryBytes).putInt(directory).putShort((short) 0);
  }

  private static int size(Map<String, byte[]> entries) {
    int size = END_BYTES;
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      int headers = LOCAL_BYTES + CENTRAL_BYTES + 2 * name(entry).length;
      size = Math.addExact(size, Math.addExact(headers, entry.getValue().length));
    }
    return size;
  }

  private static byte[] name(Map.Entry<String, byte[]> entry) {
    return entry.getKey().getBytes(StandardCharsets.US_ASCII);
  }

  /** A name as ASCII, with a question mark for every byte that is not a visible character. */
  private static String printable(byte[] name) {
    StringBuilder text = new StringBuilder();
    for (byte b : name) {
      text.append(b > ' ' && b < 127 ? (char) b : '?');
    }
    return text.toString();
  }
}
