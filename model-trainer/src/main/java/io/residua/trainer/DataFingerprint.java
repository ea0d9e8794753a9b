package io.residua.trainer;

import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One number for a table: SHA-256 over its layout and, row by row, its cells, keys and times. */
final class DataFingerprint {
  private final MessageDigest digest;
  private final ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);

  private DataFingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** In lower-case hexadecimal. */
  static String of(EventTable table) {
    DataFingerprint fingerprint = new DataFingerprint();
    table.layout().fields().forEach(field -> fingerprint.add(field.kind() + " " + field.path()));
    for (int row = 0; row < table.rows(); row++) {
      fingerprint.addRow(table, row);
    }
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private void addRow(EventTable table, int row) {
    for (int field = 0; field < table.layout().size(); field++) {
      if (table.layout().field(field).kind() == FieldKind.TEXT) {
        add(table.text(row, field));
      } else {
        add(Double.doubleToLongBits(table.number(row, field)));
      }
    }
    add(table.key(row));
    add(table.time(row));
  }

  /** Its length comes first, so that no two texts in a row look like two others. */
  private void add(String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    add(text == null ? -1L : bytes.length);
    digest.update(bytes);
  }

  private void add(long value) {
    digest.update(eight.putLong(0, value).array());
  }
}
