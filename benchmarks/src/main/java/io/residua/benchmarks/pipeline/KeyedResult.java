package io.residua.benchmarks.pipeline;

import io.residua.benchmarks.report.Column;
import io.residua.benchmarks.report.Result;
import io.residua.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rates and restores by the number of keys, as a result. */
final class KeyedResult {
  private static final List<Column> COLUMNS =
      List.of(
          Column.plain("keys"),
          Column.plain("pass-through"),
          Column.plain("keyed"),
          Column.decimals("ratio of rates", 2),
          Column.decimals("ratio of processor time", 2),
          Column.plain("changes restored"),
          Column.decimals("seconds of it", 1));

  private KeyedResult() {}

  static Result of(
      String conditions,
      int rounds,
      Map<Integer, Comparison> measured,
      Map<Integer, Restore> restores) {
    List<List<Object>> rows = new ArrayList<>();
    measured.forEach((keys, of) -> rows.add(row(keys, of, restores.get(keys))));
    Table table =
        new Table("Records a second, medians of %d rounds".formatted(rounds), COLUMNS, rows);
    return new Result(
        "The pipeline with keyed features", List.of(conditions), List.of(table), List.of());
  }

  private static List<Object> row(int keys, Comparison measured, Restore restore) {
    return List.of(
        keys,
        measured.passThrough().rate(),
        measured.scoring().rate(),
        measured.ratio(),
        measured.ratioOfProcessorTime(),
        restore.changes(),
        restore.seconds());
  }
}
