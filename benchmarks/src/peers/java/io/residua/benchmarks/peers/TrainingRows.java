package io.residua.benchmarks.peers;

import io.residua.detector.definition.Family;
import io.residua.detector.definition.ModelSpec;
import io.residua.detector.definition.ModelSpec.Corruption;
import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import io.residua.detector.definition.ModelSpec.HiddenActivation;
import io.residua.detector.definition.ModelSpec.TrainingSpec;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Rows to train on: thirty numbers made of six hidden ones and noise, in two classes. */
final class TrainingRows {
  static final int FIELDS = 30;
  static final int[] WIDTHS = {FIELDS, 64, 16, 64, FIELDS};
  static final int STEPS = 200;
  static final double LEARNING_RATE = 1e-3;
  static final long SEED = 1;

  private static final int ROWS = 16_384;
  private static final int HELD_OUT = 256;
  private static final int CAUSES = 6;
  private static final double NOISE = 0.3;

  private final FeatureMatrix training = matrix(ROWS, new Random(SEED));
  private final FeatureMatrix heldOut = matrix(HELD_OUT, new Random(SEED + 1));

  /** Row after row. */
  float[] values() {
    return training.values();
  }

  /**
   * Fits for {@value #STEPS} steps.
   *
   * @return the loss of the held-out rows
   */
  double fit(Family family, int batch) throws TrainingException {
    return AutoencoderFitter.fit(
            spec(family, batch), training, heldOut, SEED, TrainingListener.SILENT)
        .history()
        .bestLoss();
  }

  private static ModelSpec spec(Family family, int batch) {
    return new ModelSpec(
        family,
        // The linear family has no hidden layers.
        family == Family.LINEAR ? List.of() : List.of(WIDTHS[1]),
        Optional.of(WIDTHS[2]),
        Optional.of(HiddenActivation.TANH),
        new CorruptionSpec(Corruption.GAUSSIAN, 0.1),
        Optional.empty(),
        new TrainingSpec(STEPS, batch, LEARNING_RATE, 0.1, STEPS));
  }

  private static FeatureMatrix matrix(int rows, Random random) {
    float[] values = new float[rows * FIELDS];
    int[] classes = new int[rows];
    double[] causes = new double[CAUSES];
    for (int row = 0; row < rows; row++) {
      Arrays.setAll(causes, any -> random.nextGaussian());
      classes[row] = causes[0] > 0 ? 1 : 0;
      for (int i = 0; i < FIELDS; i++) {
        values[row * FIELDS + i] =
            (float) (causes[i % CAUSES] + NOISE * random.nextGaussian());
      }
    }
    boolean[] observed = new boolean[values.length];
    Arrays.fill(observed, true);
    return new FeatureMatrix(FIELDS, values, observed).withClasses(classes);
  }
}
