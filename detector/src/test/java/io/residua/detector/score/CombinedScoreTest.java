package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.score.CombinedScore.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinedScoreTest {
  /** The latent vector, at which these scores do not look. */
  private static final float[] NONE = {};

  private static final boolean[] BOTH = {true, true};
  private static final ResidualScore MEAN = new MeanSquaredResidual(2);
  private static final ResidualScore NEAREST =
      new PrototypeDistance(new float[] {1, 1}, new float[] {0, 0});

  @Test
  void isTheGeometricMeanOfEachPartsRatioToItsMedian() {
    ResidualScore score = new CombinedScore(List.of(new Part(MEAN, 0.5), new Part(NEAREST, 10)));
    float[] input = {4, 2};
    float[] reconstruction = {3, 1};

    assertThat(score.score(input, NONE, reconstruction, BOTH))
        .isEqualTo(Math.sqrt((1 / 0.5) * (10 / 10.0)), within(1e-12));
  }

  @Test
  void isTheSameForOneThread() {
    ResidualScore score = new CombinedScore(List.of(new Part(MEAN, 0.5), new Part(NEAREST, 10)));
    float[] input = {4, 2};

    assertThat(score.forOneThread().score(input, NONE, new float[2], BOTH))
        .isEqualTo(score.score(input, NONE, new float[2], BOTH));
  }

  @Test
  void aPartWithoutResidualLeavesTheRankingToTheOthers() {
    ResidualScore score = new CombinedScore(List.of(new Part(MEAN, 1), new Part(NEAREST, 1)));

    double little = score.score(new float[2], NONE, new float[] {1, 1}, BOTH);
    double much = score.score(new float[2], NONE, new float[] {2, 2}, BOTH);

    assertThat(little).isPositive().isLessThan(much);
  }

  @Test
  void aFeatureContributesTheMeanOfItsSharesInTheParts() {
    ResidualScore score = new CombinedScore(List.of(new Part(MEAN, 1), new Part(NEAREST, 1)));
    double[] parts = new double[2];

    // Of the network's residual, all is in the first feature; of the prototype's, a half.
    score.contributions(new float[] {1, 1}, NONE, new float[] {0, 1}, BOTH, parts);

    double whole = 2 * score.score(new float[] {1, 1}, NONE, new float[] {0, 1}, BOTH);
    assertThat(parts[0]).isEqualTo(0.75 * whole, within(1e-12));
    assertThat(parts[1]).isEqualTo(0.25 * whole, within(1e-12));
  }

  @Test
  void contributesNothingWhereNoPartHasAResidual() {
    ResidualScore score = new CombinedScore(List.of(new Part(MEAN, 1), new Part(NEAREST, 1)));
    double[] parts = {7, 7};

    score.contributions(new float[2], NONE, new float[2], BOTH, parts);

    assertThat(parts).containsOnly(0);
  }

  @Test
  void combinesScoresThatAreKnownAsItWouldItself() {
    double[] combined =
        CombinedScore.combine(
            List.of(new double[] {1, 0}, new double[] {10, 1e-3}), new double[] {0.5, 10});

    assertThat(combined[0]).isEqualTo(Math.sqrt(2), within(1e-12));
    assertThat(combined[1]).isEqualTo(Math.sqrt(1e-6 * 1e-4), within(1e-15));
  }

  @Test
  void costsWhatItsPartsCost() {
    assertThat(new CombinedScore(List.of(new Part(MEAN, 1), new Part(NEAREST, 1))).multiplyAdds())
        .isEqualTo(MEAN.multiplyAdds() + NEAREST.multiplyAdds());
  }

  @Test
  void partsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new CombinedScore(List.of(new Part(MEAN, 1))))
        .hasMessage("a combined score has at least two parts, got 1");
    assertThatThrownBy(() -> new CombinedScore(List.of(new Part(MEAN, 1), new Part(MEAN, 1))))
        .hasMessage("a combined score has two parts of kind mean-squared");
    assertThatThrownBy(() -> new Part(MEAN, 0))
        .hasMessage("the median of score mean-squared must be finite and above 0, is 0.0");
    assertThatThrownBy(
            () ->
                new CombinedScore(
                    List.of(new Part(NEAREST, 1), new Part(new MeanSquaredResidual(3), 1))))
        .hasMessage("the parts of a combined score must have one width, got 2 and 3");
    ResidualScore combined = new CombinedScore(List.of(new Part(MEAN, 1), new Part(NEAREST, 1)));
    assertThatThrownBy(() -> new Part(combined, 1))
        .hasMessage("a combined score's part must not be combined itself");
  }
}
