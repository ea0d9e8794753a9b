package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.FittedAutoencoder;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Germain et al., "MADE: Masked Autoencoder for Distribution Estimation", 2015. */
class AutoregressiveTest {
  private static final int WIDTH = 5;
  private static final double CORRELATION = 0.9;
  private static final double MARGINAL = 0.5 * Math.log(2 * Math.PI * Math.E);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "family: autoregressive",
        "family: autoregressive, hidden: [7, 3], latent: 2, activation: tanh"
      })
  void whatComesOutDependsOnTheFeaturesBeforeAlone(String model) throws Exception {
    Network network = fit(model + ", steps: 50", chain(200, 1)).network();
    float[] row = {0.3f, -0.2f, 0.5f, 1, -1};
    float[] output = output(network, row);

    for (int changed = 0; changed < WIDTH; changed++) {
      float[] other = row.clone();
      other[changed] += 2;
      float[] now = output(network, other);
      for (int i = 0; i <= changed; i++) {
        assertThat(now[i]).as("output %d by input %d", i, changed).isEqualTo(output[i]);
      }
    }
    float[] shifted = row.clone();
    shifted[0] += 2;
    assertThat(output(network, shifted)[1]).isNotEqualTo(output[1]);
  }

  @Test
  void itsDensityAddsUpToOne() {
    Composition untrained =
        Steps.untrained("family: autoregressive, activation: tanh", Samples.plane(50, 2, 1));
    int side = 400;
    double step = 0.06;
    float[] grid = new float[side * side * 2];
    for (int i = 0; i < side * side; i++) {
      grid[2 * i] = (float) (step * (i / side - side / 2));
      grid[2 * i + 1] = (float) (step * (i % side - side / 2));
    }
    Tape tape = new Tape();

    Pass pass = untrained.pass(Step.heldOut(tape, Samples.complete(2, grid)));
    float[] logarithms = likelihood(untrained).of(pass).values();

    double sum = 0;
    for (float logarithm : logarithms) {
      sum += Math.exp(logarithm) * step * step;
    }
    assertThat(sum).isCloseTo(1, within(0.01));
  }

  @Test
  void itsDensityComesNearTheTrueOne() throws Exception {
    double truth =
        (MARGINAL + (WIDTH - 1) * (MARGINAL + 0.5 * Math.log(1 - CORRELATION * CORRELATION)))
            / WIDTH;

    double learned =
        fit("family: autoregressive, steps: 1200, learning-rate: 0.005", chain(2000, 1))
            .history()
            .bestLoss();

    assertThat(learned).isCloseTo(truth, within(0.06)).isLessThan(MARGINAL - 0.5);
  }

  @Test
  void theLossHasTheGradientOfItsDifferences() {
    FeatureMatrix rows = chain(12, 1);

    Steps.checkLastTerm(
        Steps.untrained("family: autoregressive, latent: 6, activation: tanh", rows), rows);
  }

  @Test
  void oneFeatureIsToldFromNothing() throws Exception {
    Network network = fit("family: autoregressive, steps: 20", Samples.plane(60, 1, 1)).network();

    assertThat(output(network, new float[] {5})).isEqualTo(output(network, new float[] {-5}));
  }

  /** The exported layers hold zeros where there are masks. */
  @Test
  void theExportedNetworkGivesWhatTrainingSees() {
    FeatureMatrix rows = chain(20, 1);
    Composition untrained = Steps.untrained("family: autoregressive, hidden: [8]", rows);
    Tape tape = new Tape();

    assertThat(output(untrained.network(), rows.values()))
        .containsExactly(
            untrained.reconstruction(tape, tape.constant(WIDTH, rows.values())).values(),
            within(1e-5f));
  }

  private static GaussianLikelihood likelihood(Composition autoencoder) {
    return ((ConditionalLikelihood) autoencoder.terms().get(0)).likelihood();
  }

  /** Each number a standard normal one, which the one before it tells something of. */
  private static FeatureMatrix chain(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * WIDTH];
    for (int i = 0; i < values.length; i++) {
      double before = i % WIDTH == 0 ? 0 : CORRELATION;
      double rest = Math.sqrt(1 - before * before) * random.nextGaussian();
      values[i] = (float) (before == 0 ? rest : before * values[i - 1] + rest);
    }
    return Samples.complete(WIDTH, values);
  }

  private static FittedAutoencoder fit(String model, FeatureMatrix rows) throws TrainingException {
    FeatureMatrix heldOut = rows.width() == WIDTH ? chain(1000, 9) : rows;
    return AutoencoderFitter.fit(Samples.spec(model), rows, heldOut, 3, TrainingListener.SILENT);
  }

  private static float[] output(Network network, float[] rows) {
    int records = rows.length / network.width();
    float[] output = new float[rows.length];
    new NetworkRunner(network)
        .run(rows, records, new float[records * network.latentWidth()], output);
    return output;
  }
}
