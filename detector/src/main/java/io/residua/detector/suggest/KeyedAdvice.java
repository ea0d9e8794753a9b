package io.residua.detector.suggest;

import io.residua.detector.definition.YamlText;
import io.residua.detector.suggest.ColumnProfile.Kind;
import java.util.ArrayList;
import java.util.List;

/** What the history of keys can tell, where the data has a key and a time. */
enum KeyedAdvice {
  /** No key or no time, or too few records a key. */
  NONE,
  /** Many records of few keys, all numbers: metrics, whose normal is the key's own last days. */
  SERIES,
  /** Some records of many keys: transactions, whose normal is the key's own amount and pace. */
  EVENTS;

  private static final long SERIES_RECORDS = 1_000;
  private static final long EVENTS_RECORDS = 5;
  private static final int FEWEST_METRICS = 3;

  static KeyedAdvice of(ColumnRoles roles, List<ColumnProfile> columns) {
    if (roles.key().isEmpty() || roles.time().isEmpty()) {
      return NONE;
    }
    long records = roles.key().get().present() / Math.max(1, roles.key().get().distinct());
    boolean numbers =
        columns.stream()
            .filter(column -> !roles.isKey(column) && !roles.isTime(column))
            .filter(column -> ColumnAdvice.on(column).active())
            .allMatch(column -> column.kind() == Kind.NUMBER);
    if (records >= SERIES_RECORDS && numbers && metrics(roles, columns).size() >= FEWEST_METRICS) {
      return SERIES;
    }
    return records >= EVENTS_RECORDS && !amounts(roles, columns).isEmpty() ? EVENTS : NONE;
  }

  /** Columns that are numbers and features. */
  static List<ColumnProfile> metrics(ColumnRoles roles, List<ColumnProfile> columns) {
    return columns.stream()
        .filter(column -> column.kind() == Kind.NUMBER)
        .filter(column -> !roles.isKey(column) && !roles.isTime(column))
        .filter(column -> ColumnAdvice.on(column).active())
        .toList();
  }

  /** Entries of keyed features beside those of the event alone, for transactions. */
  static List<String> entries(ColumnRoles roles, List<ColumnProfile> columns) {
    List<String> entries = new ArrayList<>();
    List<String> amounts =
        amounts(roles, columns).stream().map(ColumnProfile::name).map(YamlText::scalar).toList();
    amounts.forEach(amount -> entries.add("- { ratio: %s }".formatted(amount)));
    entries.add(
        "- { aggregate: %s, over: 1h, stats: count, transform: standard }"
            .formatted(amounts.get(0)));
    return entries;
  }

  private static List<ColumnProfile> amounts(ColumnRoles roles, List<ColumnProfile> columns) {
    return metrics(roles, columns).stream().filter(ColumnAdvice::heavyTail).toList();
  }
}
