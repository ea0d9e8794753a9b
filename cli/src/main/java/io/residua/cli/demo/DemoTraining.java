package io.residua.cli.demo;

import io.residua.cli.CommandFailure;
import io.residua.cli.model.ModelName;
import io.residua.cli.model.Models;
import io.residua.cli.progress.TrainingBar;
import io.residua.detector.Detector;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.registry.DirectoryRegistry;
import io.residua.detector.registry.ModelReference;
import io.residua.trainer.ModelPublisher;
import io.residua.trainer.ModelTrainer;
import io.residua.trainer.TrainedModel;
import io.residua.trainer.TrainingRequest;
import io.residua.trainer.data.DataColumn;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.data.DataTable;
import io.residua.trainer.data.ReadOptions;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The demo's training: the training file's normal rows, published and read back as a job would. */
final class DemoTraining {
  private final DetectorDefinition definition;
  private final DemoData data;
  private final long seed;
  private final DemoScreen screen;

  DemoTraining(DetectorDefinition definition, DemoData data, long seed, DemoScreen screen) {
    this.definition = definition;
    this.data = data;
    this.seed = seed;
    this.screen = screen;
  }

  Detector run(Path models) throws DataException, TrainingException, IOException, CommandFailure {
    long start = System.nanoTime();
    TrainedModel trained = train(read());
    ModelReference published = ModelPublisher.publish(trained, new DirectoryRegistry(models));
    Detector detector = new Detector(new Models(models).read(name(published)));
    screen.step(
        "training",
        "%,d normal records, %d features, published as %s after %.1f s"
            .formatted(
                trained.provenance().trainingRows() + trained.provenance().calibrationRows(),
                detector.model().features().width(),
                published,
                (System.nanoTime() - start) / 1e9));
    return detector;
  }

  private DataTable read() throws DataException {
    try (DataReader reader = DataReader.open(DataSelection.ofFile(data.train()))) {
      boolean labelled =
          reader.columns().stream().map(DataColumn::path).anyMatch(TestTimeline.LABEL::equals);
      Optional<String> label = labelled ? Optional.of(TestTimeline.LABEL) : Optional.empty();
      return reader.table(EventLayouts.of(definition), ReadOptions.defaults(seed).withLabel(label));
    }
  }

  private TrainedModel train(DataTable table) throws TrainingException {
    TrainingListener listener = screen.training();
    TrainedModel trained =
        ModelTrainer.train(
            TrainingRequest.of(definition, table).withSeed(seed).withListener(listener));
    if (listener instanceof TrainingBar bar) {
      bar.clear();
    }
    return trained;
  }

  private static ModelName name(ModelReference published) {
    return new ModelName.Published(published.detector(), Optional.of(published.version()));
  }
}
