package io.residua.benchmarks.quality;

import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import io.residua.trainer.data.ColumnKind;
import io.residua.trainer.data.DataColumn;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.data.DataTable;
import io.residua.trainer.data.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One data set in memory, divided by its split.
 *
 * @param definition numbers standardised, categories one-hot, everything else at its default
 * @param train rows of role train; their labels are not read
 * @param test rows of role test
 * @param testLabels true for an anomaly
 */
record LabelledTable(
    DetectorDefinition definition, EventTable train, EventTable test, boolean[] testLabels) {

  /**
   * Reads a data set, with features for one family.
   *
   * @param time the column with the event time, if there is one
   */
  static LabelledTable read(Dataset dataset, String family, Optional<String> time)
      throws DataException, QualityException {
    try (DataReader reader = DataReader.open(DataSelection.ofFile(dataset.table()))) {
      List<DataColumn> columns = reader.columns();
      DataColumn label = columns.get(columns.size() - 1);
      DetectorDefinition definition =
          definition(dataset.name(), family, time, columns.subList(0, columns.size() - 1));
      DataTable all =
          reader.table(
              EventLayouts.of(definition),
              ReadOptions.defaults(0).withLabel(Optional.of(label.path())));
      if (all.rejected() > 0 || all.rowsInData() > all.events().rows()) {
        throw new QualityException(
            dataset.name() + ": row numbers need every row, and some could not be read");
      }
      return divided(definition, all, roles(dataset.split(), all.events().rows()));
    }
  }

  private static LabelledTable divided(
      DetectorDefinition definition, DataTable all, List<List<Integer>> roles) {
    int[] train = roles.get(0).stream().mapToInt(Integer::intValue).toArray();
    int[] test = roles.get(1).stream().mapToInt(Integer::intValue).toArray();
    boolean[] labels = new boolean[test.length];
    for (int i = 0; i < test.length; i++) {
      labels[i] = all.labels().orElseThrow()[test[i]];
    }
    return new LabelledTable(
        definition, all.events().select(train), all.events().select(test), labels);
  }

  private static List<List<Integer>> roles(Path split, int rows)
      throws DataException, QualityException {
    EventLayout layout =
        new EventLayout(
            List.of(
                new EventField("row", FieldKind.NUMBER), new EventField("role", FieldKind.TEXT)),
            Optional.empty(),
            Optional.empty());
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
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
        ("train".equals(role) ? train : test).add((int) row);
      }
    }
    return List.of(train, test);
  }

  private static DetectorDefinition definition(
      String name, String family, Optional<String> time, List<DataColumn> columns)
      throws QualityException {
    StringBuilder yaml = new StringBuilder();
    yaml.append("detector: quality\ninput: { topic: quality")
        .append(time.map(column -> ", time: \"" + column + "\"").orElse(""))
        .append(" }\nmodel: { family: ")
        .append(family)
        .append(" }\nfeatures:\n");
    for (DataColumn column : columns) {
      if (time.isPresent() && time.get().equals(column.path())) {
        continue;
      }
      boolean category = column.kind() == ColumnKind.TEXT;
      yaml.append("  - { field: \"")
          .append(column.path())
          .append(category ? "\", encode: one-hot }\n" : "\", transform: standard }\n");
    }
    try {
      return DefinitionParser.parse(yaml.toString(), Path.of("."));
    } catch (DefinitionException e) {
      throw new QualityException(name + ": " + e.getMessage());
    }
  }
}
