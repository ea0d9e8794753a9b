package io.residua.benchmarks.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Figures in rows.
 *
 * @param title one line
 * @param rows cells are texts or finite numbers; a number that is none becomes "–"
 */
public record Table(String title, List<Column> columns, List<List<Object>> rows) {
  private static final String NOT_MEASURED = "–";

  public Table {
    columns = List.copyOf(columns);
    int width = columns.size();
    rows = rows.stream().map(row -> checked(title, width, row)).toList();
  }

  /** The table in Markdown, without its title. */
  List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(columns.stream().map(Column::name).collect(joining(" | ", "| ", " |")));
    lines.add("|" + "---|".repeat(columns.size()));
    for (List<Object> row : rows) {
      lines.add(
          IntStream.range(0, row.size())
              .mapToObj(i -> columns.get(i).text(row.get(i)))
              .collect(joining(" | ", "| ", " |")));
    }
    return lines;
  }

  private static List<Object> checked(String title, int width, List<Object> row) {
    if (row.size() != width) {
      throw new IllegalArgumentException(
          "table '%s': expected %d cells in each row, found %d"
              .formatted(title, width, row.size()));
    }
    return row.stream().map(Table::finite).toList();
  }

  private static Object finite(Object cell) {
    return cell instanceof Number number && !Double.isFinite(number.doubleValue())
        ? NOT_MEASURED
        : cell;
  }
}
