package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.calibration.Calibration;
import io.residua.detector.calibration.CalibrationFitter;
import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import io.residua.detector.score.CombinedScore;
import io.residua.detector.score.MeanSquaredResidual;
import io.residua.detector.score.PrototypeFitter;
import io.residua.detector.score.ResidualKind;
import io.residua.detector.score.StandardisedResidual;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeldOutScoresTest {
  /** Rebuilds nothing: the residual is the record. */
  private static final Network NOTHING = nothing(20);

  @Test
  void rowsTheModelHasNotSeenAlertAsOftenAsTheHeldOutOnesSay() {
    Reconstructions heldOut = Reconstructions.of(NOTHING, noise(200, 20, 1));

    HeldOutScores fitted =
        HeldOutScores.of(
            new ScoreFit.OfResidual(ResidualKind.WHITENED), NOTHING, noise(800, 20, 2), heldOut);

    double[] fresh = Reconstructions.of(NOTHING, noise(5000, 20, 3)).scores(fitted.score());
    double[] judgingThemselves = heldOut.scores(fitted.score());
    double honest = shareBelow(0.1, fitted.values(), fresh);
    assertThat(honest).isBetween(0.06, 0.14);
    assertThat(shareBelow(0.1, judgingThemselves, fresh)).isGreaterThan(1.3 * honest);
  }

  @Test
  void fewHeldOutRowsAreJoinedByTheTrainingRows() {
    Reconstructions few = Reconstructions.of(NOTHING, noise(5, 20, 1));

    FeatureMatrix training = noise(800, 20, 2);

    HeldOutScores fitted =
        HeldOutScores.of(new ScoreFit.OfResidual(ResidualKind.WHITENED), NOTHING, training, few);

    double fresh = mean(Reconstructions.of(NOTHING, noise(1000, 20, 3)).scores(fitted.score()));
    double known = mean(Reconstructions.of(NOTHING, training).scores(fitted.score()));
    assertThat(fitted.values()).hasSize(5);
    assertThat(fitted.score().kind()).isEqualTo(ResidualKind.WHITENED);
    assertThat(fresh).isBetween(0.9 * known, 1.1 * known);
  }

  @Test
  void prototypesJudgeHeldOutRowsWithoutHavingSeenThem() {
    Reconstructions heldOut = Reconstructions.of(NOTHING, noise(200, 20, 1));
    ScoreFit prototypes = new ScoreFit.OfPrototypes(false, 1000, ones(20), 1);

    HeldOutScores fitted = HeldOutScores.of(prototypes, NOTHING, noise(400, 20, 2), heldOut);

    double[] fresh = Reconstructions.of(NOTHING, noise(2000, 20, 3)).scores(fitted.score());
    assertThat(heldOut.scores(fitted.score())).containsOnly(0);
    assertThat(mean(fitted.values())).isBetween(0.9 * mean(fresh), 1.15 * mean(fresh));
  }

  @Test
  void aCombinationOfScoresJudgesAsItsScoreDoes() {
    Reconstructions heldOut = Reconstructions.of(NOTHING, noise(200, 20, 1));
    FeatureMatrix training = noise(PrototypeFitter.MOST_ROWS, 20, 2);
    List<HeldOutScores> parts =
        Stream.of(false, true)
            .map(whitened -> new ScoreFit.OfPrototypes(whitened, 16, ones(20), 1))
            .map(fit -> HeldOutScores.of(fit, NOTHING, training, heldOut))
            .toList();

    HeldOutScores combined = HeldOutScores.combined(parts);

    assertThat(combined.values()).containsExactly(heldOut.scores(combined.score()), within(1e-9));
    assertThat(median(combined.values())).isBetween(0.9, 1.1);
  }

  @Test
  void aScoreThatIsMostlyZeroHasAnotherTypicalValue() {
    HeldOutScores constant =
        new HeldOutScores(new MeanSquaredResidual(2), new double[] {0, 0, 0, 6});
    HeldOutScores zero =
        new HeldOutScores(new StandardisedResidual(new float[] {1, 1}), new double[] {0, 0, 0, 0});

    CombinedScore combined =
        (CombinedScore) HeldOutScores.combined(List.of(constant, zero)).score();

    assertThat(combined.parts()).extracting(CombinedScore.Part::median).containsExactly(1.5, 1.0);
  }

  private static float[] ones(int length) {
    float[] ones = new float[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double shareBelow(double significance, double[] calibrating, double[] fresh) {
    Calibration calibration = CalibrationFitter.fit(calibrating, Double.NaN);
    return Arrays.stream(fresh).filter(score -> calibration.pValue(score) <= significance).count()
        / (double) fresh.length;
  }

  /** Noise whose features rise and fall together. */
  private static FeatureMatrix noise(int rows, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * width];
    boolean[] observed = new boolean[values.length];
    for (int row = 0; row < rows; row++) {
      double shared = 5 * random.nextGaussian();
      for (int i = row * width; i < (row + 1) * width; i++) {
        values[i] = (float) (shared + random.nextGaussian());
        observed[i] = true;
      }
    }
    return new FeatureMatrix(width, values, observed);
  }

  private static Network nothing(int width) {
    DenseLayer encoder =
        new DenseLayer(width, 1, new float[width], new float[1], Activation.IDENTITY);
    DenseLayer decoder =
        new DenseLayer(1, width, new float[width], new float[width], Activation.IDENTITY);
    return new Network(List.of(encoder, decoder), 1);
  }
}
