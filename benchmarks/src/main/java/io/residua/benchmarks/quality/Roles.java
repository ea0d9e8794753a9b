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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

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

  /**
   * The same without some of the anomalies that test.
   *
   * @param labels true for an anomaly, one a row of the table
   * @param count how many, at most half of those that test
   * @param told receives their row numbers, which the seed chooses
   */
  Roles telling(boolean[] labels, int count, long seed, List<Integer> told)
      throws QualityException {
    List<Integer> anomalies = new ArrayList<>(test.stream().filter(row -> labels[row]).toList());
    if (anomalies.size() < 2 * count) {
      throw new QualityException(
          "--labelled: expected tables with at least %d anomalies that test, found one with %d"
              .formatted(2 * count, anomalies.size()));
    }
    Collections.shuffle(anomalies, new Random(seed));
    told.addAll(anomalies.subList(0, count));
    Set<Integer> away = new HashSet<>(told);
    return new Roles(train, test.stream().filter(row -> !away.contains(row)).toList());
  }

  int[] trainRows() {
    return train.stream().mapToInt(Integer::intValue).toArray();
  }

  int[] testRows() {
    return test.stream().mapToInt(Integer::intValue).toArray();
  }
}
