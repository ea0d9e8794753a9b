package io.residua.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** Names of places and stores, within what Kafka takes for a topic's name. */
final class PlaceNames {
  /** With what Kafka Streams puts around it, a name stays under 249 characters. */
  private static final int LONGEST = 80;

  private PlaceNames() {}

  /**
   * The fields' names with hyphens between them; a name that had to be changed or cut ends with a
   * checksum, so that no two are alike.
   */
  static String by(List<String> fields) {
    String joined = String.join("-", fields);
    String plain = joined.replaceAll("[^a-zA-Z0-9._-]", "_");
    boolean exact =
        plain.equals(joined) && plain.length() <= LONGEST && (fields.size() == 1 || !has(fields));
    if (exact) {
      return plain;
    }
    CRC32 checksum = new CRC32();
    checksum.update(String.join("\n", fields).getBytes(StandardCharsets.UTF_8));
    return plain.substring(0, Math.min(LONGEST, plain.length()))
        + "-%08x".formatted(checksum.getValue());
  }

  private static boolean has(List<String> fields) {
    return fields.stream().anyMatch(field -> field.contains("-"));
  }
}
