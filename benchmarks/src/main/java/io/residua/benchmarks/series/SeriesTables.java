package io.residua.benchmarks.series;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.trainer.data.DataColumn;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.data.DataTable;
import io.residua.trainer.data.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the files of keys as tables of events. The files number their rows; here each row is one
 * minute, and the test of every key begins at {@link #TEST_BEGIN}, right after its training rows.
 */
final class SeriesTables {
  /** 2020-01-01T00:00:00Z, in milliseconds since 1970. */
  static final long TEST_BEGIN = 1_577_836_800_000L;

  private static final long INTERVAL = 60_000;

  private static final List<String> NO_METRICS = List.of("key", "t", "label");

  private SeriesTables() {}

  /** The metrics, in the order of the columns. */
  static List<String> metrics(SeriesFiles files) throws DataException, SeriesException {
    try (DataReader reader = DataReader.open(DataSelection.ofFile(files.train()))) {
      List<String> columns = reader.columns().stream().map(DataColumn::path).toList();
      if (!columns.containsAll(NO_METRICS) || columns.size() == NO_METRICS.size()) {
        throw new SeriesException(
            "%s: expected the columns key, t, metrics and label, found %s"
                .formatted(files.train().getFileName(), columns));
      }
      return columns.stream().filter(column -> !NO_METRICS.contains(column)).toList();
    }
  }

  /** The training rows of all keys; labels are not read. */
  static DataTable train(List<SeriesFiles> keys, DetectorDefinition definition)
      throws DataException, SeriesException {
    String rows =
        keys.stream()
            .map(SeriesTables::trainRows)
            .collect(Collectors.joining(" UNION ALL BY NAME "));
    return table(rows, "the training files", definition, Optional.empty());
  }

  /** One key's test rows in their order, with labels. */
  static DataTable test(SeriesFiles files, DetectorDefinition definition)
      throws DataException, SeriesException {
    String rows =
        "SELECT * REPLACE (%d + t * %d AS t) FROM %s ORDER BY t"
            .formatted(TEST_BEGIN, INTERVAL, relation(files.test()));
    return table(rows, files.test().getFileName().toString(), definition, Optional.of("label"));
  }

  private static String trainRows(SeriesFiles files) {
    String relation = relation(files.train());
    return "SELECT * REPLACE (%d + (t - (SELECT max(t) + 1 FROM %s)) * %d AS t) FROM %s"
        .formatted(TEST_BEGIN, relation, INTERVAL, relation);
  }

  /** Types are those of the whole file: a metric may be 0 for days. */
  private static String relation(Path file) {
    return "read_csv('%s', header = true, sample_size = -1)"
        .formatted(file.toString().replace("'", "''"));
  }

  private static DataTable table(
      String query, String name, DetectorDefinition definition, Optional<String> label)
      throws DataException, SeriesException {
    try (DataReader reader = DataReader.open(DataSelection.ofQuery(query))) {
      DataTable table =
          reader.table(EventLayouts.of(definition), ReadOptions.defaults(0).withLabel(label));
      if (table.events().rows() < table.rowsInData()) {
        throw new SeriesException(
            "%s: expected to read all of %,d rows, could read %,d"
                .formatted(name, table.rowsInData(), table.events().rows()));
      }
      return table;
    }
  }
}
