package io.residua.cli.command;

import io.residua.cli.option.Output;
import io.residua.cli.progress.Terminal;
import io.residua.cli.progress.TrainingBar;
import io.residua.cli.progress.TrainingLines;
import io.residua.detector.Detector;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.registry.ModelReference;
import io.residua.detector.registry.ModelRegistry;
import io.residua.trainer.ModelPublisher;
import io.residua.trainer.ModelTrainer;
import io.residua.trainer.TrainedModel;
import io.residua.trainer.TrainingRequest;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.data.DataTable;
import io.residua.trainer.data.ReadOptions;
import io.residua.trainer.train.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A training as a command's work: read, train, publish, tell. */
final class Training {
  private final DetectorDefinition definition;
  private final DataSelection data;
  private final Optional<String> label;
  private final long seed;
  private final boolean force;

  /**
   * @param force whether to publish a model that a baseline beats
   */
  Training(
      DetectorDefinition definition,
      DataSelection data,
      Optional<String> label,
      long seed,
      boolean force) {
    this.definition = definition;
    this.data = data;
    this.label = label;
    this.seed = seed;
    this.force = force;
  }

  void run(ModelRegistry registry, Path directory, Optional<Path> report, Output output)
      throws DataException, TrainingException, IOException {
    long start = System.nanoTime();
    TrainedModel trained = train(read(output), output);
    tell(trained.comparison(), output);
    Optional<String> beatenBy = trained.beatenBy();
    if (beatenBy.isPresent() && !force) {
      throw new TrainingException(
          "not published: " + beatenBy.get() + "; --force publishes it all the same");
    }
    beatenBy.ifPresent(sentence -> output.note("warning: " + sentence));
    ModelReference published = ModelPublisher.publish(trained, registry);
    ModelBundle model = trained.bundle(published.version());
    if (report.isPresent()) {
      Files.writeString(report.get(), model.report());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    output.result(
        fields(published, new Detector(model), seconds),
        "published %s in %s after %.1f s: %,d rows trained, %,d calibrated, score from %.4g alerts"
            .formatted(
                published,
                directory,
                seconds,
                trained.provenance().trainingRows(),
                trained.provenance().calibrationRows(),
                new Detector(model).threshold()));
  }

  /** One line each, the names in one column. */
  private static void tell(Map<String, String> comparison, Output output) {
    int width = comparison.keySet().stream().mapToInt(String::length).max().orElse(1);
    comparison.forEach((name, line) -> output.note(("%-" + width + "s  %s").formatted(name, line)));
  }

  private DataTable read(Output output) throws DataException {
    try (DataReader reader = DataReader.open(data)) {
      DataTable table =
          reader.table(
              EventLayouts.of(definition),
              ReadOptions.defaults(seed)
                  .withLabel(label)
                  .withClasses(definition.model().classField()));
      table.warnings().forEach(warning -> output.note("warning: " + warning));
      return table;
    }
  }

  private TrainedModel train(DataTable table, Output output) throws TrainingException {
    TrainingRequest request = TrainingRequest.of(definition, table).withSeed(seed);
    if (!Terminal.isInteractive()) {
      return ModelTrainer.train(request.withListener(new TrainingLines(output.err())));
    }
    TrainingBar bar = new TrainingBar(output.err());
    try {
      return ModelTrainer.train(request.withListener(bar));
    } finally {
      bar.clear();
    }
  }

  private static Map<String, Object> fields(
      ModelReference published, Detector detector, double seconds) {
    ModelBundle model = detector.model();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("detector", published.detector());
    fields.put("version", published.version());
    fields.put("features", model.features().width());
    if (model.definition().model().per().isPresent()) {
      fields.put("own_networks", model.parts().own().size());
    }
    fields.put("training_rows", model.provenance().trainingRows());
    fields.put("calibration_rows", model.provenance().calibrationRows());
    fields.put("seed", model.provenance().seed());
    fields.put("threshold", Double.isFinite(detector.threshold()) ? detector.threshold() : null);
    fields.put("metrics", model.provenance().metrics());
    fields.put("seconds", Math.round(seconds * 1000) / 1000.0);
    return fields;
  }
}
