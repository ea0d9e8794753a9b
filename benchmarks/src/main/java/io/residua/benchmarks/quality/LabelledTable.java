package io.residua.benchmarks.quality;

import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.EventTable;
import io.residua.trainer.data.ColumnKind;
import io.residua.trainer.data.DataColumn;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.data.DataTable;
import io.residua.trainer.data.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One data set in memory, divided by its split.
 *
 * @param definition numbers standardised, categories one-hot, everything else at its default
 * @param train rows of role train, whose labels are not read; for a model with a supervised head,
 *     the anomalies that it is told are behind them
 * @param labels of the training rows, true for these anomalies; empty for models without a head
 * @param test rows of role test
 * @param testLabels true for an anomaly
 */
record LabelledTable(
    DetectorDefinition definition,
    EventTable train,
    Optional<boolean[]> labels,
    EventTable test,
    boolean[] testLabels) {

  /**
   * Reads a data set, with features for one model.
   *
   * @param model what a definition says of it: a family, and further keys after commas
   * @param seed of the choice among the rows of a table that is too large
   * @param time the column with the event time, if there is one
   */
  static LabelledTable read(Dataset dataset, String model, long seed, Optional<String> time)
      throws DataException, QualityException {
    try (DataReader reader = DataReader.open(DataSelection.ofFile(dataset.table()))) {
      List<DataColumn> columns = reader.columns();
      DataColumn label = columns.get(columns.size() - 1);
      DetectorDefinition definition =
          definition(dataset.name(), model, time, columns.subList(0, columns.size() - 1));
      DataTable all =
          reader.table(
              EventLayouts.of(definition),
              ReadOptions.defaults(0).withLabel(Optional.of(label.path())));
      if (all.rejected() > 0 || all.rowsInData() > all.events().rows()) {
        throw new QualityException(
            dataset.name() + ": row numbers need every row, and some could not be read");
      }
      List<Integer> told = new ArrayList<>();
      Roles roles =
          roles(dataset, all, seed).telling(all.labels().orElseThrow(), dataset.told(), seed, told);
      boolean head = definition.model().settings().supervised();
      return divided(definition, all, roles, head ? told : List.of());
    }
  }

  private static Roles roles(Dataset dataset, DataTable all, long seed)
      throws DataException, QualityException {
    return dataset.split().isPresent()
        ? Roles.read(dataset.split().get(), all.events().rows())
        : Protocol.ordered(all.labels().orElseThrow(), seed);
  }

  private static LabelledTable divided(
      DetectorDefinition definition, DataTable all, Roles roles, List<Integer> told) {
    int normal = roles.train().size();
    int[] train =
        Stream.concat(roles.train().stream(), told.stream()).mapToInt(row -> row).toArray();
    boolean[] trainLabels = new boolean[train.length];
    Arrays.fill(trainLabels, normal, train.length, true);
    int[] test = roles.testRows();
    boolean[] labels = new boolean[test.length];
    for (int i = 0; i < test.length; i++) {
      labels[i] = all.labels().orElseThrow()[test[i]];
    }
    return new LabelledTable(
        definition,
        all.events().select(train),
        told.isEmpty() ? Optional.empty() : Optional.of(trainLabels),
        all.events().select(test),
        labels);
  }

  private static DetectorDefinition definition(
      String name, String model, Optional<String> time, List<DataColumn> columns)
      throws QualityException {
    StringBuilder yaml = new StringBuilder();
    yaml.append("detector: quality\ninput: { topic: quality")
        .append(time.map(column -> ", time: \"" + column + "\"").orElse(""))
        .append(" }\nmodel: { family: ")
        .append(model)
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
