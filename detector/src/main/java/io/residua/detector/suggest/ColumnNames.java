package io.residua.detector.suggest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What columns' names give away. */
final class ColumnNames {
  /** What a key's name ends with or says before an identifier's word, the most telling first. */
  private static final List<String> KEY_WORDS =
      List.of(
          "key",
          "card",
          "customer",
          "account",
          "user",
          "host",
          "hostname",
          "machine",
          "server",
          "device",
          "sensor",
          "instance",
          "node",
          "client",
          "terminal",
          "merchant",
          "station",
          "session");

  private static final List<String> TIME_WORDS =
      List.of("time", "timestamp", "datetime", "date", "ts", "at", "when");
  private static final List<String> IDENTIFIER_WORDS =
      List.of("id", "uuid", "guid", "key", "name", "number", "no");

  private ColumnNames() {}

  /** How telling a name is for a key: 0 is best, {@link Integer#MAX_VALUE} is no key at all. */
  static int keyRank(String name) {
    List<String> parts = parts(name);
    if (!isIdentifier(name)) {
      return rank(parts.subList(parts.size() - 1, parts.size()), KEY_WORDS);
    }
    return Math.min(rank(parts, KEY_WORDS), KEY_WORDS.size());
  }

  /** How telling a name is for a time, as {@link #keyRank}. */
  static int timeRank(String name) {
    return rank(parts(name), TIME_WORDS);
  }

  /** Whether a name ends with an identifier's word: {@code CUSTOMER_ID}, {@code orderNo}. */
  static boolean isIdentifier(String name) {
    List<String> parts = parts(name);
    return IDENTIFIER_WORDS.contains(parts.get(parts.size() - 1));
  }

  private static int rank(List<String> parts, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (parts.contains(words.get(i))) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** The name's words in lower case, without digits; at least one, which may be empty. */
  private static List<String> parts(String name) {
    String spaced = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return Arrays.asList(spaced.replaceAll("[^a-z]+", " ").strip().split(" "));
  }
}
