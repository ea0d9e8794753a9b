package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Normal are waves of any phase; the same values in another order are not. */
class SequenceLearningTest {
  private static final int STEPS = 16;

  /** Of a wave of amplitude 1.4. */
  private static final double VARIANCE = 0.98;

  private static final FeatureMatrix TRAINING = Sequences.waves(1500, STEPS, 1);
  private static final FeatureMatrix HELD_OUT = Sequences.waves(400, STEPS, 2);
  private static double dense;

  @BeforeAll
  static void trainADenseOne() throws TrainingException {
    dense = mean(errors(trained("encoder: dense, hidden: [32]"), HELD_OUT));
  }

  @ParameterizedTest
  @CsvSource({"lstm, 24", "convolution, 8"})
  void theSameValuesInAnotherOrderAreRebuiltMuchWorse(String encoder, int width)
      throws TrainingException {
    Network network = trained("encoder: %s, hidden: [%d, 32]".formatted(encoder, width));

    double[] normal = errors(network, HELD_OUT);
    double[] strange = errors(network, Sequences.shuffled(HELD_OUT, 3));

    assertThat(quantile(strange, 0.5)).isGreaterThan(8 * quantile(normal, 0.95));
    assertThat(mean(normal)).isLessThan(0.04 * VARIANCE).isLessThan(dense + 0.02 * VARIANCE);
  }

  private static Network trained(String encoder) throws TrainingException {
    return AutoencoderFitter.fit(
            Sequences.spec(
                encoder + ", latent: 4, steps: 800, batch: 64, learning-rate: 0.01, patience: 10"),
            TRAINING,
            HELD_OUT,
            1,
            TrainingListener.SILENT)
        .network();
  }

  /** The mean squared error of each row. */
  private static double[] errors(Network network, FeatureMatrix rows) {
    float[] output = new float[rows.values().length];
    new NetworkRunner(network)
        .run(rows.values(), rows.rows(), new float[rows.rows() * network.latentWidth()], output);
    double[] errors = new double[rows.rows()];
    for (int i = 0; i < output.length; i++) {
      double residual = output[i] - rows.values()[i];
      errors[i / rows.width()] += residual * residual / rows.width();
    }
    return errors;
  }

  private static double mean(double[] errors) {
    return Arrays.stream(errors).average().orElseThrow();
  }

  private static double quantile(double[] errors, double share) {
    return Arrays.stream(errors).sorted().toArray()[(int) (share * errors.length)];
  }
}
