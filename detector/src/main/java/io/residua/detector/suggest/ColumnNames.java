package io.residua.detector.suggest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What columns' names give away. */
final class ColumnNames {
  /** Words of a key's name, the most telling first. */
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
          "session",
          "id");

  private static final List<String> TIME_WORDS =
      List.of("time", "timestamp", "datetime", "date", "ts", "at", "when");
  private static final List<String> IDENTIFIER_WORDS = List.of("id", "uuid", "guid", "key");

  private ColumnNames() {}

  /** How telling a name is for a key: 0 is best, {@link Integer#MAX_VALUE} is no key at all. */
  static int keyRank(String name) {
    return rank(name, KEY_WORDS);
  }

  /** How telling a name is for a time, as {@link #keyRank}. */
  static int timeRank(String name) {
    return rank(name, TIME_WORDS);
  }

  static boolean isIdentifier(String name) {
    return rank(name, IDENTIFIER_WORDS) < Integer.MAX_VALUE;
  }

  private static int rank(String name, List<String> words) {
    List<String> parts = parts(name);
    for (int i = 0; i < words.size(); i++) {
      if (parts.contains(words.get(i))) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  private static List<String> parts(String name) {
    String spaced = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return Arrays.asList(spaced.split("[^a-z]+"));
  }
}
