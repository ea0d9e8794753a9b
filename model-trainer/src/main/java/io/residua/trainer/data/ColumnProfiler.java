package io.residua.trainer.data;

import io.residua.detector.suggest.ColumnProfile;
import io.residua.detector.suggest.ColumnProfile.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Profiles columns over the first rows of the data, in a table of their own so that each column's
 * figures are one pass over memory.
 */
final class ColumnProfiler {
  /** Rows that are looked at. */
  static final long MOST_ROWS = 100_000;

  private static final int EXAMPLES = 3;
  private static final int LONGEST_EXAMPLE = 40;

  private final DuckDb database;

  ColumnProfiler(DuckDb database) {
    this.database = database;
  }

  List<ColumnProfile> profile(Source source, List<Leaf> leaves) throws SQLException {
    List<Leaf> readable = leaves.stream().filter(leaf -> kind(leaf).isPresent()).toList();
    if (readable.isEmpty()) {
      return List.of();
    }
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < readable.size(); i++) {
      columns.add(readable.get(i).expression() + " AS c" + i);
    }
    database.execute(
        "CREATE OR REPLACE TEMP TABLE profiled AS SELECT row_number() OVER () AS number, %s FROM %s LIMIT %d"
            .formatted(String.join(", ", columns), source.relation(), MOST_ROWS));
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int i = 0; i < readable.size(); i++) {
      profiles.add(profile(readable.get(i), "c" + i));
    }
    database.execute("DROP TABLE profiled");
    return List.copyOf(profiles);
  }

  private ColumnProfile profile(Leaf leaf, String column) throws SQLException {
    Kind kind = kind(leaf).orElseThrow();
    String number = number(kind, column);
    String present = kind == Kind.NUMBER ? "isfinite(" + number + ")" : column + " IS NOT NULL";
    String sql =
        """
        SELECT count(*), count(*) FILTER (WHERE %2$s), count(DISTINCT %1$s) FILTER (WHERE %2$s),
               min(x), quantile_cont(x, 0.05), median(x), quantile_cont(x, 0.95), max(x),
               coalesce(bool_and(x >= earlier), true)
        FROM (SELECT %1$s, CASE WHEN %2$s THEN %3$s END AS x,
                     lag(%3$s) OVER (ORDER BY number) AS earlier FROM profiled)
        """
            .formatted(column, present, number);
    List<String> examples = examples(column);
    return database.list(sql, row -> profile(leaf, kind, row, examples)).get(0);
  }

  private static ColumnProfile profile(Leaf leaf, Kind kind, ResultSet row, List<String> examples)
      throws SQLException {
    long rows = row.getLong(1);
    return new ColumnProfile(
        leaf.path(),
        kind,
        rows,
        rows - row.getLong(2),
        row.getLong(3),
        number(row, 4),
        number(row, 5),
        number(row, 6),
        number(row, 7),
        number(row, 8),
        row.getBoolean(9),
        examples);
  }

  private List<String> examples(String column) throws SQLException {
    return database.list(
        "SELECT left(CAST(%1$s AS VARCHAR), %2$d) FROM profiled WHERE %1$s IS NOT NULL GROUP BY %1$s ORDER BY count(*) DESC, min(number) LIMIT %3$d"
            .formatted(column, LONGEST_EXAMPLE, EXAMPLES),
        row -> row.getString(1));
  }

  /** A column as a number, for its quantiles: points in time in milliseconds. */
  private static String number(Kind kind, String column) {
    return switch (kind) {
      case NUMBER -> "CAST(" + column + " AS DOUBLE)";
      case TIME -> "CAST(epoch_ms(" + column + ") AS DOUBLE)";
      default -> "CAST(NULL AS DOUBLE)";
    };
  }

  private static double number(ResultSet row, int index) throws SQLException {
    double value = row.getDouble(index);
    return row.wasNull() ? Double.NaN : value;
  }

  private static Optional<Kind> kind(Leaf leaf) {
    return switch (leaf.kind()) {
      case NUMBER -> Optional.of(Kind.NUMBER);
      case BOOLEAN -> Optional.of(Kind.BOOLEAN);
      case TEXT -> Optional.of(Kind.TEXT);
      // A time of day has no date to be a point in time with.
      case TIME -> leaf.sqlType().equals("TIME") ? Optional.empty() : Optional.of(Kind.TIME);
      default -> Optional.empty();
    };
  }
}
