package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SupervisedScoreTest {
  private static final boolean[] ALL = {true, true};
  private static final ResidualScore MEAN = new MeanSquaredResidual(2);
  private static final List<Layer> FIRST_NUMBER = List.of(dense(1, 1, 1));
  private static final ExponentialTail UNIT = new ExponentialTail(0, 1);
  private static final SupervisedScore SCORE =
      new SupervisedScore(MEAN, FIRST_NUMBER, new ExponentialTail(0, 0.5), UNIT);

  @Test
  void isTheLogarithmOfTheSumOfBothSurprises() {
    // The mean square is 4, its logarithm over a half ln 16; the head's log-odds are 1.
    assertThat(score(2, 1)).isEqualTo(Math.log(1 + 16 + Math.E), within(1e-9));
  }

  @Property
  void aHeadThatIsSureOfANormalRecordHidesNothing(
      @ForAll @DoubleRange(min = 0, max = 1e6) double residual,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double logOdds) {
    double alone = SCORE.combined(residual * residual, Double.NEGATIVE_INFINITY);

    assertThat(score((float) residual, (float) logOdds))
        .isGreaterThanOrEqualTo(alone * (1 - 1e-6))
        .isNotNegative()
        .isFinite();
  }

  @Test
  void eachPartRanksRecordsThatTheOtherFindsUsual() {
    assertThat(score(1e-3f, -20)).isLessThan(score(2e-3f, -20));
    assertThat(score(0, -20)).isLessThan(score(0, -19));
    assertThat(score(0, 800)).isEqualTo(800, within(1e-9));
    assertThat(SCORE.combined(1e300, 0)).isFinite();
  }

  @Test
  void costsWhatItsPartsCost() {
    assertThat(SCORE.multiplyAdds()).isEqualTo(MEAN.multiplyAdds() + 1);
  }

  @Test
  void partsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new SupervisedScore(SCORE, FIRST_NUMBER, UNIT, UNIT))
        .hasMessage("the residual of a supervised score is supervised itself");
    assertThatThrownBy(() -> new SupervisedScore(MEAN, List.of(dense(1, 2, 1)), UNIT, UNIT))
        .hasMessage("the head of a supervised score gives one number, got 2");
    assertThatThrownBy(() -> new SupervisedScore(MEAN, List.of(), UNIT, UNIT))
        .hasMessage("expected at least one layer, got none");
    assertThatThrownBy(() -> new CombinedScore.Part(SCORE, 1))
        .hasMessage("a combined score's part must not be supervised");
    Network wide = new Network(List.of(dense(2, 3, 0), dense(3, 2, 0)), 1);
    assertThatThrownBy(() -> SCORE.requireSuits(wide))
        .hasMessage("latent vector and head must have one width, got 3 and 1");
  }

  private static double score(float residual, float logOdds) {
    return SCORE.score(new float[] {residual, residual}, new float[] {logOdds}, new float[2], ALL);
  }

  private static DenseLayer dense(int inputs, int outputs, float weight) {
    float[] weights = new float[inputs * outputs];
    Arrays.fill(weights, weight);
    return new DenseLayer(inputs, outputs, weights, new float[outputs], Activation.IDENTITY);
  }
}
