package io.residua.cli.command;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.EventTable;
import io.residua.detector.feature.FeatureFitter;
import io.residua.detector.feature.UnusableDataException;
import io.residua.trainer.Replay;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.data.DataTable;
import io.residua.trainer.data.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Checks a definition against a sample of data, as far as a training would get. */
final class DataValidation {
  private static final long SAMPLE = 20_000;
  private static final long SEED = 1;

  private DataValidation() {}

  static ValidationReport check(DetectorDefinition definition, Path data) {
    try (DataReader reader = DataReader.open(DataSelection.ofFile(data))) {
      DataTable table =
          reader.table(
              EventLayouts.of(definition), ReadOptions.defaults(SEED).withMostRows(SAMPLE));
      List<String> warnings = new ArrayList<>(table.warnings());
      warnings.addAll(FeatureFitter.fit(definition, replayed(definition, table)).warnings());
      return ValidationReport.right(warnings);
    } catch (DataException | UnusableDataException unfit) {
      return ValidationReport.wrong(unfit.getMessage().lines().toList());
    }
  }

  private static EventTable replayed(DetectorDefinition definition, DataTable table) {
    int[] all = IntStream.range(0, table.events().rows()).toArray();
    return Replay.of(definition, table.events(), all).events();
  }
}
