package io.residua.detector.suggest;

import io.residua.detector.definition.FieldPath;
import io.residua.detector.suggest.ColumnProfile.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Which columns name the event's key and its time.
 *
 * @param key the key's column, where one looks like it
 * @param time the time's column, where one looks like it
 */
record ColumnRoles(Optional<ColumnProfile> key, Optional<ColumnProfile> time) {
  /** Epoch milliseconds of 1973 and microseconds of 2286: numbers that can be a point in time. */
  private static final double FIRST_EPOCH = 1e11;

  private static final double LAST_EPOCH = 1e16;

  static ColumnRoles of(List<ColumnProfile> columns) {
    List<ColumnProfile> named =
        columns.stream().filter(column -> FieldPath.isValid(column.name())).toList();
    return new ColumnRoles(
        best(named.stream().filter(ColumnRoles::canBeKey).toList(), ColumnNames::keyRank),
        best(named.stream().filter(ColumnRoles::canBeTime).toList(), ColumnNames::timeRank));
  }

  boolean isKey(ColumnProfile column) {
    return key.filter(column::equals).isPresent();
  }

  boolean isTime(ColumnProfile column) {
    return time.filter(column::equals).isPresent();
  }

  private static Optional<ColumnProfile> best(
      List<ColumnProfile> candidates, ToIntFunction<String> rank) {
    return candidates.stream()
        .min(Comparator.comparingInt(column -> rank.applyAsInt(column.name())));
  }

  /** A name like a key's, and values that come again: one machine alone is a key too. */
  private static boolean canBeKey(ColumnProfile column) {
    boolean repeated = column.distinct() >= 1 && 2 * column.distinct() <= column.present();
    boolean kind = column.kind() == Kind.TEXT || isNumberedKey(column);
    return kind && repeated && ColumnNames.keyRank(column.name()) < Integer.MAX_VALUE;
  }

  private static boolean isNumberedKey(ColumnProfile column) {
    return column.kind() == Kind.NUMBER
        && column.distinct() >= 2
        && !column.ascending()
        && ColumnNames.isIdentifier(column.name());
  }

  private static boolean canBeTime(ColumnProfile column) {
    return column.kind() == Kind.TIME
        || (column.kind() == Kind.NUMBER
            && ColumnNames.timeRank(column.name()) < Integer.MAX_VALUE
            && column.min() >= FIRST_EPOCH
            && column.max() <= LAST_EPOCH);
  }
}
