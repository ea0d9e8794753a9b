package io.residua.benchmarks.peers;

import hex.deeplearning.DeepLearning;
import hex.deeplearning.DeepLearningModel;
import hex.deeplearning.DeepLearningModel.DeepLearningParameters;
import hex.deeplearning.DeepLearningMojoWriter;
import io.residua.benchmarks.ThirtyFeatures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import water.DKV;
import water.H2O;
import water.Key;
import water.fvec.Frame;
import water.fvec.Vec;

/**
 * Has H2O train an autoencoder of the widths of {@link ThirtyFeatures} on such records and write it
 * as one of its scoring models. A process of its own: H2O's cluster of one node stays as long as its
 * process does, and its serialisers are made at run time, for which {@link #JVM_OPTION} is needed.
 */
final class MojoTrainer {
  static final String JVM_OPTION = "--add-opens=java.base/java.lang=ALL-UNNAMED";

  private static final int ROWS = 5000;
  private static final int CLOUD_MILLIS = 60_000;

  private MojoTrainer() {}

  /**
   * @param arguments the model's file and a folder for what H2O keeps while it runs
   */
  public static void main(String[] arguments) throws IOException {
    H2O.main(
        new String[] {
          "-ip", "127.0.0.1",
          "-name", "residua-" + ProcessHandle.current().pid(),
          "-ice_root", arguments[1],
          "-disable_web",
          "-disable_net",
          "-nthreads", "1",
          "-log_level", "ERRR"
        });
    H2O.waitForCloudSize(1, CLOUD_MILLIS);
    write(new DeepLearning(parameters(frame())).trainModel().get(), Path.of(arguments[0]));
    System.exit(0);
  }

  private static Frame frame() {
    Random random = new Random(ThirtyFeatures.SEED);
    double[][] columns = new double[ThirtyFeatures.FIELDS][ROWS];
    for (int row = 0; row < ROWS; row++) {
      double[] values = ThirtyFeatures.values(random);
      for (int i = 0; i < values.length; i++) {
        columns[i][row] = values[i];
      }
    }
    Vec[] vectors = new Vec[columns.length];
    String[] names = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      vectors[i] = Vec.makeVec(columns[i], Vec.newKey());
      names[i] = ThirtyFeatures.field(i);
    }
    Frame frame = new Frame(Key.<Frame>make("records"), names, vectors);
    DKV.put(frame);
    return frame;
  }

  private static DeepLearningParameters parameters(Frame frame) {
    DeepLearningParameters parameters = new DeepLearningParameters();
    parameters._train = frame._key;
    parameters._autoencoder = true;
    int[] widths = ThirtyFeatures.WIDTHS;
    parameters._hidden = Arrays.copyOfRange(widths, 1, widths.length - 1);
    parameters._activation = DeepLearningParameters.Activation.Tanh;
    parameters._epochs = 2;
    parameters._seed = ThirtyFeatures.SEED;
    parameters._reproducible = true;
    return parameters;
  }

  /** Without the model's description, which H2O can only write as a web server. */
  private static void write(DeepLearningModel model, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      new DeepLearningMojoWriter(model) {
        @Override
        protected void writeExtraInfo() {}
      }.writeTo(out);
    }
  }
}
