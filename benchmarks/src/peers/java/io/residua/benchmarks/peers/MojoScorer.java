package io.residua.benchmarks.peers;

import hex.genmodel.MojoModel;
import hex.genmodel.algos.deeplearning.DeeplearningMojoModel;
import hex.genmodel.easy.EasyPredictModelWrapper;
import hex.genmodel.easy.RowData;
import hex.genmodel.easy.exception.PredictException;
import io.residua.benchmarks.ThirtyFeatures;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An autoencoder of H2O in its scorer for Java: a record to its reconstruction error. Once by the
 * wrapper that its documentation shows, a record as a map, and once by the model below it, a record
 * as an array.
 */
final class MojoScorer {
  private final DeeplearningMojoModel model;
  private final EasyPredictModelWrapper wrapper;
  private final double[] reconstruction;

  private MojoScorer(DeeplearningMojoModel model) {
    this.model = model;
    this.wrapper = new EasyPredictModelWrapper(model);
    this.reconstruction = new double[model.getPredsSize(model.getModelCategory())];
  }

  /** Has H2O train one; seconds. */
  static MojoScorer train() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("h2o");
    try {
      Path file = folder.resolve("autoencoder.zip");
      train(file, folder.resolve("h2o"));
      return new MojoScorer((DeeplearningMojoModel) MojoModel.load(file.toString()));
    } finally {
      delete(folder);
    }
  }

  double score(double[] values) {
    model.score0(values, reconstruction);
    return model.calculateReconstructionErrorPerRowData(values, reconstruction);
  }

  double score(RowData row) throws PredictException {
    return wrapper.predictAutoEncoder(row).mse;
  }

  static RowData row(double[] values) {
    RowData row = new RowData();
    for (int i = 0; i < values.length; i++) {
      row.put(ThirtyFeatures.field(i), values[i]);
    }
    return row;
  }

  private static void train(Path file, Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    MojoTrainer.JVM_OPTION,
                    "-cp",
                    System.getProperty("java.class.path"),
                    MojoTrainer.class.getName(),
                    file.toString(),
                    folder.toString()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0 || !file.toFile().exists()) {
      throw new IOException("H2O has not trained a model; what it says stands above");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
