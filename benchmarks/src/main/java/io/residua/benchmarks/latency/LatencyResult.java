package io.residua.benchmarks.latency;

import io.residua.benchmarks.report.Column;
import io.residua.benchmarks.report.Median;
import io.residua.benchmarks.report.Plot;
import io.residua.benchmarks.report.Plot.Line;
import io.residua.benchmarks.report.Plot.Point;
import io.residua.benchmarks.report.Result;
import io.residua.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;

/** Latencies by load, as a result. */
final class LatencyResult {
  private static final int MEDIAN = Latencies.NAMES.indexOf("p50");
  private static final int TAIL = Latencies.NAMES.indexOf("p99");
  private static final String HOW =
      "Milliseconds from the moment a record was due to the moment a reader of committed records has"
          + " its output; records are sent when they are due, however late those before them are."
          + " A job's output can be read when it commits, so that the commit interval is most of each"
          + " latency. Added is the median, over rounds, of scoring less pass-through, percentile by"
          + " percentile.";

  private LatencyResult() {}

  /**
   * @param conditions in a sentence
   */
  static Result of(String conditions, int rounds, List<LoadLatencies> loads) {
    List<List<Object>> rows = new ArrayList<>();
    for (LoadLatencies each : loads) {
      rows.add(row(each, "pass-through", each.passThrough()));
      rows.add(row(each, "scoring", each.scoring()));
      rows.add(row(each.load(), "**added**", each.added(), "", ""));
    }
    Table table =
        new Table("Milliseconds, medians of %d rounds".formatted(rounds), columns(), rows);
    return new Result(
        "Latency under load", List.of(conditions, HOW), List.of(table), List.of(plot(loads)));
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.plain("load"));
    columns.add(Column.plain("records/s"));
    columns.add(Column.plain("pipeline"));
    Latencies.NAMES.forEach(name -> columns.add(Column.decimals(name, 1)));
    columns.add(Column.decimals("sent late, p99", 1));
    columns.add(Column.plain("not read in time"));
    return columns;
  }

  private static List<Object> row(LoadLatencies each, String name, List<RunLatencies> rounds) {
    return row(
        each.load(),
        name,
        LoadLatencies.medians(rounds),
        Median.of(rounds.stream().map(RunLatencies::sentLateMillis).toList()),
        rounds.stream().mapToLong(RunLatencies::missing).max().orElseThrow());
  }

  private static List<Object> row(
      LoadLatencies.Load load, String name, Latencies latencies, Object late, Object missing) {
    List<Object> row = new ArrayList<>(List.of(load.name(), load.rate(), name));
    row.addAll(latencies.millis());
    row.add(late);
    row.add(missing);
    return row;
  }

  private static Plot plot(List<LoadLatencies> loads) {
    return new Plot(
        "latency",
        "Latency under load",
        "records a second",
        "milliseconds",
        false,
        true,
        List.of(
            line("pass-through p50", loads, false, MEDIAN),
            line("scoring p50", loads, true, MEDIAN),
            line("pass-through p99", loads, false, TAIL),
            line("scoring p99", loads, true, TAIL)));
  }

  private static Line line(
      String name, List<LoadLatencies> loads, boolean scoring, int percentile) {
    return new Line(
        name,
        loads.stream()
            .map(
                each ->
                    new Point(
                        each.load().rate(),
                        LoadLatencies.medians(scoring ? each.scoring() : each.passThrough())
                            .millis()
                            .get(percentile)))
            .toList());
  }
}
