package io.residua.trainer.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.score.FeatureScaling;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialChoiceTest {
  private static final TrialFigures RECIPE =
      Figures.of("recipe", 0.1, 0.9, Optional.of(0.8), 0.7, 0.6);

  @Test
  void withoutLabelsOnlyOneThatIsBetterInAllIsTaken() {
    TrialFigures better = unlabelled("better", 0.1, 0.91, 0.71, 0.61);
    TrialFigures best = unlabelled("best", 0.05, 0.91, 0.8, 0.7);

    TrialChoice choice = TrialChoice.withoutLabels(RECIPE, List.of(better, best));

    assertThat(choice.winner()).contains(best);
    assertThat(choice.why()).startsWith("best, combined wins: it is better than the recipe in");
  }

  @Test
  void withoutLabelsOneThatIsWorseInAnythingIsNot() {
    TrialChoice choice =
        TrialChoice.withoutLabels(
            RECIPE,
            List.of(
                unlabelled("a larger error", 0.11, 0.91, 0.8, 0.7),
                unlabelled("no error", Double.NaN, 0.91, 0.8, 0.7),
                unlabelled("not more stable", 0.1, 0.9, 0.8, 0.7),
                unlabelled("stable in nothing", 0.1, Double.NaN, 0.8, 0.7),
                unlabelled("one kind no better", 0.1, 0.91, 0.8, 0.6)));

    assertThat(choice.winner()).isEmpty();
    assertThat(choice.why()).startsWith("the recipe stays: no candidate is better");
  }

  @Test
  void byLabelsTheBestOfThoseThatAreBetterBeyondDoubtIsTaken() {
    TrialFigures better = Figures.of("better", 1, 0, Optional.of(0.95), 0, 0);
    TrialFigures best = Figures.of("best", 1, 0, Optional.of(0.99), 0, 0);

    TrialChoice choice = TrialChoice.byLabels(RECIPE, List.of(better, best), rows(200, 60));

    assertThat(choice.winner()).contains(best);
    assertThat(choice.why())
        .isEqualTo(
            "best, combined wins: it finds 60 labelled anomalies better than the recipe in every"
                + " third of the rows and by two standard errors, AUCROC 0.990 beside 0.800");
  }

  @Test
  void byLabelsADifferenceWithinChanceIsNone() {
    TrialFigures lucky = Figures.of("lucky", 0, 1, Optional.of(0.85), 1, 1);

    assertThat(TrialChoice.byLabels(RECIPE, List.of(lucky), rows(200, 40)).winner()).isEmpty();
    assertThat(TrialChoice.byLabels(RECIPE, List.of(lucky), rows(1_000, 1_000)).winner())
        .contains(lucky);
  }

  private static TrialFigures unlabelled(
      String name, double error, double stability, double... areas) {
    return Figures.of(name, error, stability, Optional.empty(), areas);
  }

  private static TrialRows rows(int normal, int anomalies) {
    FeatureMatrix heldOut = Samples.plane(normal, 3, 1);
    return TrialRows.of(
        heldOut,
        IntStream.range(0, normal).toArray(),
        FeatureScaling.of(3, heldOut.values(), heldOut.observed()),
        Optional.of(Samples.plane(anomalies, 3, 2)),
        1);
  }
}
