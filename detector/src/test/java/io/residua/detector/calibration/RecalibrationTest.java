package io.residua.detector.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecalibrationTest {
  private static final double LEVEL = 0.001;
  private static final int MEMORY = 20_000;
  private static final double BOUND = 4;

  @Test
  void changesNothingBeforeItHasLearned() {
    Recalibration recalibration = new Recalibration(LEVEL, MEMORY, BOUND);

    for (double p : new double[] {1, 0.5, 0.1, 0.05, 1e-3, 1e-9}) {
      assertThat(recalibration.adjusted(p)).isCloseTo(p, within(1e-12));
    }
    assertThat(recalibration.factor()).isCloseTo(1, within(1e-12));
  }

  @Test
  void leavesTheAlertRateWhereNothingDrifts() {
    Recalibration recalibration = new Recalibration(LEVEL, MEMORY, BOUND);

    assertThat(alertRate(recalibration, 1, new SplittableRandom(1))).isBetween(0.0008, 0.00125);
  }

  @ParameterizedTest(name = "scores grow by a factor of {0}")
  @ValueSource(doubles = {0.85, 1.1, 1.2, 1.3})
  void bringsTheAlertRateBackIntoTheBudgetAfterADrift(double scale) {
    Recalibration recalibration = new Recalibration(LEVEL, MEMORY, BOUND);
    SplittableRandom random = new SplittableRandom(2);
    learn(recalibration, scale, 5 * MEMORY, random);

    // Scores of exponential tail: unadjusted, 1.3 lets 1 in 200 alert; the bound ends at 1 in 590.
    double bounded = Math.pow(LEVEL / BOUND, 1 / scale);
    assertThat(alertRate(recalibration, scale, random))
        .isBetween(0.75 * LEVEL, 1.3 * Math.max(LEVEL, bounded));
  }

  @Test
  void bringsTheAlertRateBackWhereStrangerNormalRecordsBecomeMoreFrequent() {
    Recalibration recalibration = new Recalibration(LEVEL, MEMORY, BOUND);
    SplittableRandom random = new SplittableRandom(3);
    // One in ten records is from now on as strange as the strangest tenth was.
    for (int i = 0; i < 10 * MEMORY; i++) {
      recalibration.adjust(mixed(random));
    }

    int alerts = 0;
    int records = 20 * MEMORY;
    for (int i = 0; i < records; i++) {
      alerts += recalibration.adjust(mixed(random)) <= LEVEL ? 1 : 0;
    }
    assertThat(alerts / (double) records).isBetween(0.75 * LEVEL, 1.3 * LEVEL);
  }

  private static double mixed(SplittableRandom random) {
    double uniform = 1 - random.nextDouble();
    return random.nextInt(10) == 0 ? 0.1 * uniform : uniform;
  }

  @Test
  void learnsNothingFromAnomalies() {
    Recalibration recalibration = new Recalibration(LEVEL, MEMORY, BOUND);
    learn(recalibration, 1.1, MEMORY, new SplittableRandom(4));
    byte[] before = recalibration.state();

    for (int i = 0; i < MEMORY; i++) {
      assertThat(recalibration.adjust(1e-5)).isLessThan(LEVEL);
    }
    assertThat(recalibration.state()).isEqualTo(before);
  }

  @Test
  void cannotBeTaughtBeyondItsBoundBySlowlyRisingScores() {
    Recalibration recalibration = new Recalibration(LEVEL, 1_000, BOUND);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 500_000; i++) {
      double scale = 1 + 9.0 * i / 500_000;
      recalibration.adjust(pValue(random, scale));
    }

    // A record that was worth 1 in 4001 when the model was trained alerts for ever.
    assertThat(recalibration.adjusted(LEVEL / 4.001)).isLessThan(LEVEL);
    assertThat(recalibration.factor()).isBetween(1.0, BOUND);
  }

  @Test
  void cannotBeTaughtBeyondItsBoundByFallingScores() {
    Recalibration recalibration = new Recalibration(LEVEL, 1_000, BOUND);
    for (int i = 0; i < 100_000; i++) {
      recalibration.adjust(1);
    }

    assertThat(recalibration.adjusted(LEVEL * 4.001)).isGreaterThan(LEVEL);
  }

  @Property(tries = 200)
  void neverFallsAsThePValueRisesAndStaysInItsBound(
      @ForAll @DoubleRange(min = 0.3, max = 3) double scale,
      @ForAll @DoubleRange(min = 1e-6, max = 0.8) @Scale(6) double level,
      @ForAll @DoubleRange(min = 1.1, max = 50) double bound) {
    Recalibration recalibration = new Recalibration(level, 1_000, bound);
    SplittableRandom random = new SplittableRandom(6);
    learn(recalibration, scale, 3_000, random);
    double[] pValues = random.doubles(100).map(u -> Math.pow(1 - u, 6)).sorted().toArray();

    double[] adjusted = Arrays.stream(pValues).map(recalibration::adjusted).toArray();

    assertThat(adjusted).isSorted();
    for (int i = 0; i < pValues.length; i++) {
      assertThat(adjusted[i]).isPositive().isLessThanOrEqualTo(1);
      assertThat(adjusted[i] / pValues[i])
          .isBetween((1 - 1e-9) / bound, Math.max(bound, 1) * (1 + 1e-9));
    }
  }

  @Test
  void goesOnFromItsStateAsIfItHadNeverStopped() {
    Recalibration stopped = new Recalibration(LEVEL, MEMORY, BOUND);
    SplittableRandom random = new SplittableRandom(7);
    learn(stopped, 1.2, 12_345, random);
    Recalibration restored = new Recalibration(LEVEL, MEMORY, BOUND);
    restored.restore(stopped.state());

    random
        .doubles(5_000)
        .map(u -> 1 - u)
        .forEach(p -> assertThat(restored.adjust(p)).isEqualTo(stopped.adjust(p)));
  }

  @Test
  void beginsAgainAfterAStateWhoseTailBeginsElsewhere() {
    Recalibration other = new Recalibration(0.1, MEMORY, BOUND);
    learn(other, 1.5, 10_000, new SplittableRandom(8));
    Recalibration recalibration = new Recalibration(LEVEL, MEMORY, BOUND);

    recalibration.restore(other.state());

    assertThat(recalibration.factor()).isCloseTo(1, within(1e-12));
  }

  @Test
  void refusesAStateOfNoSense() {
    Recalibration recalibration = new Recalibration(LEVEL, MEMORY, BOUND);
    byte[] state = recalibration.state();
    state[1] = 0x7f;
    state[2] = (byte) 0xf8;

    assertThatThrownBy(() -> recalibration.restore(state))
        .hasMessage("expected 0.0 to 1.0 in the state of recalibration, found NaN");
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> new Recalibration(0.9, MEMORY, BOUND))
        .hasMessage("a level is in (0, 0.9), got 0.9");
    assertThatThrownBy(() -> new Recalibration(LEVEL, 10, BOUND))
        .hasMessage("a memory has 1000 to 100000000 records, got 10");
    assertThatThrownBy(() -> new Recalibration(LEVEL, MEMORY, 1))
        .hasMessage("a bound is above 1 and at most 100.0, got 1.0");
  }

  /** The p-value of a normal score that has grown by a factor, by the calibration of old. */
  private static double pValue(SplittableRandom random, double scale) {
    return Math.pow(1 - random.nextDouble(), scale);
  }

  private static void learn(
      Recalibration recalibration, double scale, int records, SplittableRandom random) {
    for (int i = 0; i < records; i++) {
      recalibration.adjust(pValue(random, scale));
    }
  }

  private static double alertRate(
      Recalibration recalibration, double scale, SplittableRandom random) {
    int alerts = 0;
    int records = 20 * MEMORY;
    for (int i = 0; i < records; i++) {
      alerts += recalibration.adjust(pValue(random, scale)) <= LEVEL ? 1 : 0;
    }
    return alerts / (double) records;
  }
}
