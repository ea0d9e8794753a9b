package io.residua.benchmarks.quality;

import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.data.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a table train, and which test; others take no part.
 *
 * @param train row numbers from 0
 * @param test row numbers from 0
 */
record Roles(List<Integer> train, List<Integer> test) {

  /**
   * Reads a split.
   *
   * @param split columns {@code row} and {@code role}, {@code train} or {@code test}
   * @param rows of the table
   */
  static Roles read(Path split, int rows) throws DataException, QualityException {
    EventLayout layout =
        new EventLayout(
            List.of(
                new EventField("row", FieldKind.NUMBER), new EventField("role", FieldKind.TEXT)),
            Optional.empty(),
            Optional.empty());
    Roles roles = new Roles(new ArrayList<>(), new ArrayList<>());
    try (DataReader reader = DataReader.open(DataSelection.ofFile(split))) {
      EventTable table = reader.table(layout, ReadOptions.defaults(0)).events();
      for (int i = 0; i < table.rows(); i++) {
        double row = table.number(i, 0);
        if (!(row >= 0 && row < rows)) {
          throw new QualityException("%s names row %s of %d".formatted(split, row, rows));
        }
        String role = table.text(i, 1);
        if (!"train".equals(role) && !"test".equals(role)) {
          throw new QualityException(
              "%s: expected role train or test, found %s".formatted(split, role));
        }
        ("train".equals(role) ? roles.train : roles.test).add((int) row);
      }
    }
    return roles;
  }

  int[] trainRows() {
    return train.stream().mapToInt(Integer::intValue).toArray();
  }

  int[] testRows() {
    return test.stream().mapToInt(Integer::intValue).toArray();
  }
}
