package io.residua.cli.demo;

import io.residua.cli.CommandFailure;
import io.residua.cli.produce.RowFile;
import io.residua.cli.produce.TableColumn;
import io.residua.trainer.data.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what went wrong: columns {@code key}, {@code t_from}, {@code t_to} and perhaps {@code
 * kind}, where t is the column of that name in the test file.
 */
final class IncidentFile {
  private IncidentFile() {}

  /**
   * @throws CommandFailure when a column is missing, or an incident is not in the test file
   */
  static List<Incident> read(Path file, TestTimeline timeline)
      throws DataException, CommandFailure {
    List<Incident> incidents = new ArrayList<>();
    try (RowFile rows = RowFile.open(file)) {
      int key = rows.column("key");
      int from = rows.column("t_from");
      int to = rows.column("t_to");
      boolean kinds = rows.columns().stream().map(TableColumn::path).anyMatch("kind"::equals);
      int kind = kinds ? rows.column("kind") : -1;
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        incidents.add(
            new Incident(
                row[key].toString(),
                time(row[key], row[from], timeline, file),
                time(row[key], row[to], timeline, file),
                kind < 0 ? "" : String.valueOf(row[kind])));
      }
    }
    return List.copyOf(incidents);
  }

  private static long time(Object key, Object position, TestTimeline timeline, Path file)
      throws CommandFailure {
    if (!(position instanceof Number number)) {
      throw new CommandFailure(
          "%s: expected a number as t_from and t_to, found %s".formatted(file, position));
    }
    return timeline
        .time(key.toString(), number.longValue())
        .orElseThrow(
            () ->
                new CommandFailure(
                    "%s: the test file has no record of %s with t = %s"
                        .formatted(file, key, position)));
  }
}
