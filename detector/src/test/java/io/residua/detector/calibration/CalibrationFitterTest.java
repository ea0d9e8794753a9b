package io.residua.detector.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationFitterTest {

  /** Distributions of normal scores with their survival functions' inverse and themselves. */
  enum Scores {
    EXPONENTIAL(u -> -Math.log(u), s -> Math.exp(-s)),
    HEAVY(u -> Math.pow(u, -0.3) - 1, s -> Math.pow(1 + s, -1 / 0.3)),
    BOUNDED(u -> 1 - Math.sqrt(u), s -> s >= 1 ? 0 : (1 - s) * (1 - s)),
    LOGISTIC_SQUARED(u -> Math.pow(Math.log(2 / u - 1), 2), s -> 2 / (1 + Math.exp(Math.sqrt(s))));

    private final DoubleUnaryOperator quantile;
    private final DoubleUnaryOperator survival;

    Scores(DoubleUnaryOperator quantile, DoubleUnaryOperator survival) {
      this.quantile = quantile;
      this.survival = survival;
    }

    double[] draw(int n, Random random) {
      double[] scores = new double[n];
      Arrays.setAll(scores, i -> quantile.applyAsDouble(1 - random.nextDouble()));
      return scores;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EXPONENTIAL, 5000, 1e-2", "EXPONENTIAL, 5000, 1e-3", "EXPONENTIAL, 1000, 1e-3",
    "HEAVY, 5000, 1e-2", "HEAVY, 5000, 1e-3", "HEAVY, 1000, 1e-3",
    "BOUNDED, 5000, 1e-2", "BOUNDED, 5000, 1e-3", "BOUNDED, 1000, 1e-3",
    "LOGISTIC_SQUARED, 5000, 1e-2", "LOGISTIC_SQUARED, 5000, 1e-3", "LOGISTIC_SQUARED, 1000, 1e-3",
  })
  void falseAlarmsKeepTheBudgetOnAverage(Scores scores, int n, double budget) {
    double realised = realised(scores, n, budget, 200);

    assertThat(realised).isBetween(budget / 1.5, budget * 1.5);
  }

  @ParameterizedTest
  @CsvSource({"EXPONENTIAL", "HEAVY", "BOUNDED", "LOGISTIC_SQUARED"})
  void theTailReachesATenthOfWhatWasMeasured(Scores scores) {
    double realised = realised(scores, 2000, 5e-5, 200);

    assertThat(realised).isBetween(5e-5 / 4, 5e-5 * 4);
  }

  private static double realised(Scores scores, int n, double budget, int seeds) {
    double sum = 0;
    for (int seed = 0; seed < seeds; seed++) {
      Calibration calibration = CalibrationFitter.fit(scores.draw(n, new Random(seed)), Double.NaN);
      sum += scores.survival.applyAsDouble(calibration.scoreAt(budget));
    }
    return sum / seeds;
  }

  @Property(tries = 300)
  void pValuesNeverRiseAndScoreAtIsTheirInverse(
      @ForAll("heldOut") double[] scores,
      @ForAll @DoubleRange(min = -13, max = 0) double logarithm,
      @ForAll Random random) {
    Calibration calibration = CalibrationFitter.fit(scores, Double.NaN);
    double significance = Math.pow(10, logarithm);

    double score = calibration.scoreAt(significance);

    if (score < Double.POSITIVE_INFINITY) {
      assertThat(calibration.pValue(score)).isLessThanOrEqualTo(significance);
      double lower = score - 1e-9 * Math.abs(score) - 1e-300;
      assertThat(score == 0 || calibration.pValue(lower) > significance * (1 - 1e-6)).isTrue();
    }
    double[] probes =
        random.doubles(50, 0, 2 * Arrays.stream(scores).max().orElseThrow() + 1).sorted().toArray();
    double before = 1;
    for (double probe : probes) {
      double pValue = calibration.pValue(probe);
      assertThat(pValue).isBetween(Calibration.SMALLEST_P_VALUE, before);
      before = pValue;
    }
  }

  @Property(tries = 200)
  void pValuesDoNotRiseWhereTheTailBegins(@ForAll("heldOut") double[] scores) {
    Calibration calibration = CalibrationFitter.fit(scores, Double.NaN);

    calibration
        .tail()
        .ifPresent(
            tail ->
                assertThat(calibration.pValue(Math.nextUp(tail.threshold())))
                    .isLessThanOrEqualTo(calibration.pValue(tail.threshold())));
  }

  /** Of all sizes, smooth or full of ties, of any magnitude. */
  @Provide
  Arbitrary<double[]> heldOut() {
    return Arbitraries.randomValue(
        random -> {
          int n = 1 + random.nextInt(random.nextBoolean() ? 100 : 3000);
          double[] scores = Scores.values()[random.nextInt(4)].draw(n, random);
          double unit = Math.pow(10, random.nextInt(24) - 12);
          boolean ties = random.nextBoolean();
          Arrays.setAll(scores, i -> (ties ? Math.floor(scores[i] * 4) : scores[i]) * unit);
          return scores;
        });
  }

  @Test
  void fewScoresHaveNoTail() {
    Calibration calibration = CalibrationFitter.fit(ascending(199), Double.NaN);

    assertThat(calibration.tail()).isEmpty();
    assertThat(calibration.pValue(1e9)).isEqualTo(1.0 / 200);
    assertThat(calibration.scoreAt(1e-3)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void constantScoresHaveNoTail() {
    double[] scores = new double[1000];
    Arrays.fill(scores, 0.25);

    Calibration calibration = CalibrationFitter.fit(scores, Double.NaN);

    assertThat(calibration.tail()).isEmpty();
    assertThat(calibration.pValue(0.25)).isEqualTo(1);
    assertThat(calibration.pValue(0.26)).isEqualTo(1.0 / 1001);
  }

  @Test
  void aConstantTopIsOneStep() {
    double[] scores = ascending(1000);
    Arrays.fill(scores, 950, 1000, 2000);

    Calibration calibration = CalibrationFitter.fit(scores, Double.NaN);

    assertThat(calibration.pValue(2000)).isEqualTo(51.0 / 1001);
    assertThat(calibration.pValue(2001)).isLessThanOrEqualTo(1.0 / 1001);
  }

  @Test
  void beyondTheEndOfABoundedTailIsTheSmallestPValue() {
    Calibration calibration =
        CalibrationFitter.fit(Scores.BOUNDED.draw(5000, new Random(1)), Double.NaN);

    assertThat(calibration.tail().orElseThrow().shape()).isNegative();
    assertThat(calibration.pValue(50)).isEqualTo(Calibration.SMALLEST_P_VALUE);
  }

  @Test
  void aSignificanceIsMeasuredExtrapolatedOrOutOfReach() {
    Calibration many = CalibrationFitter.fit(Scores.HEAVY.draw(1000, new Random(1)), Double.NaN);
    Calibration few = CalibrationFitter.fit(ascending(50), Double.NaN);

    assertThat(many.support(0.01)).isEqualTo(Support.MEASURED);
    assertThat(many.caution(0.01)).isEmpty();
    assertThat(many.support(1e-4)).isEqualTo(Support.EXTRAPOLATED);
    assertThat(many.caution(1e-4))
        .contains(
            "1000 held-out normal records measure false alarms down to 1 in 1001, the budget asks"
                + " for 1 in 10000: the threshold is extrapolated by the fitted tail");
    assertThat(few.support(1e-4)).isEqualTo(Support.UNREACHABLE);
    assertThat(few.caution(1e-4))
        .contains(
            "50 held-out normal records measure false alarms down to 1 in 51, the budget asks for"
                + " 1 in 10000: no record will be an anomaly; use more data");
  }

  @Test
  void theCallersArrayIsLeftAsItIs() {
    double[] scores = {3, 1, 2};

    CalibrationFitter.fit(scores, 10);

    assertThat(scores).containsExactly(3, 1, 2);
  }

  @Test
  void scoresThatCannotBeUsedAreRefused() {
    assertRefused(new double[0], 1, "calibration needs at least one normal score, got none");
    assertRefused(new double[] {1, Double.NaN}, 1, "normal scores must be finite, got NaN");
    assertRefused(
        new double[] {Double.NEGATIVE_INFINITY, 1},
        1,
        "normal scores must be finite, got -Infinity");
    assertRefused(new double[] {1}, 0, "records per day must be above 0 or unknown, got 0.0");
  }

  @ParameterizedTest
  @CsvSource({"-0.3", "0", "0.3"})
  void theFitFindsTheShapeAndTheScale(double shape) {
    Random random = new Random(11);
    double[] excesses = new double[20_000];
    Arrays.setAll(
        excesses,
        i -> {
          double e = -Math.log(1 - random.nextDouble());
          return shape == 0 ? 2 * e : 2 * Math.expm1(shape * e) / shape;
        });
    Arrays.sort(excesses);

    GeneralisedParetoFit fit = new GeneralisedParetoFit(excesses);

    assertThat(fit.shape()).isEqualTo(shape, within(0.03));
    assertThat(fit.scale(fit.shape())).isEqualTo(2, within(0.08));
  }

  private static void assertRefused(double[] scores, double recordsPerDay, String message) {
    assertThatThrownBy(() -> CalibrationFitter.fit(scores, recordsPerDay))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static double[] ascending(int n) {
    double[] scores = new double[n];
    Arrays.setAll(scores, i -> i);
    return scores;
  }
}
