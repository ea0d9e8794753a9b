package io.residua.detector.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalseDiscoveryControlTest {
  private static final double RATE = 0.1;
  private static final int WINDOW = 500;

  @Test
  void alertsWhatTheProcedureRejectsOfTheWindowSoFar() {
    SplittableRandom random = new SplittableRandom(1);
    double[] pValues =
        random.doubles(5_000).map(u -> u < 0.5 ? u * u * 0.2 : 1 - u * 0.5).toArray();
    FalseDiscoveryControl control = new FalseDiscoveryControl(RATE, 50);

    for (int i = 0; i < pValues.length; i++) {
      double[] soFar = Arrays.copyOfRange(pValues, i - i % 50, i + 1);
      assertThat(control.accept(pValues[i])).isEqualTo(pValues[i] <= threshold(soFar, RATE, 50));
    }
  }

  @ParameterizedTest(name = "{0} anomalies a window with p-values up to {1}")
  @CsvSource({"0, 1", "1, 1e-5", "5, 1e-5", "50, 1e-5", "25, 0.01", "25, 0.02", "200, 0.05"})
  void keepsTheMeanShareOfFalseAlerts(int anomalies, double largest) {
    SplittableRandom random = new SplittableRandom(2);
    Windows windows = new Windows();

    for (int i = 0; i < 4_000; i++) {
      windows.run(anomalies, random, p -> p, p -> p * largest);
    }

    // The procedure's own mean is q times the share of normal records.
    double promised = RATE * (WINDOW - anomalies) / WINDOW;
    assertThat(windows.meanFalseShare()).isLessThan(1.15 * promised);
  }

  @Test
  void findsStrangeRecordsAmongMany() {
    SplittableRandom random = new SplittableRandom(3);
    Windows windows = new Windows();

    for (int i = 0; i < 200; i++) {
      windows.run(50, random, p -> p, p -> p * 1e-3);
    }

    // One of them alone would alert at 1 in 5,000: one in five.
    assertThat(windows.power()).isGreaterThan(0.8);
  }

  @Test
  void keepsTheShareInTheWindowAfterABurst() {
    SplittableRandom random = new SplittableRandom(4);
    Windows windows = new Windows();

    for (int i = 0; i < 4_000; i++) {
      windows.run(i % 10 == 0 ? 250 : 0, random, p -> p, p -> p * 1e-6);
    }

    assertThat(windows.meanFalseShare()).isLessThan(1.15 * RATE);
  }

  @Test
  void keepsTheShareForConformalPValuesOfOneCalibration() {
    SplittableRandom random = new SplittableRandom(5);
    Windows windows = new Windows();

    for (int i = 0; i < 200; i++) {
      Calibration calibration =
          CalibrationFitter.fit(
              random.doubles(5_000).map(u -> -Math.log(1 - u)).toArray(), Double.NaN);
      for (int j = 0; j < 20; j++) {
        windows.run(
            25,
            random,
            p -> calibration.pValue(-Math.log(p)),
            p -> calibration.pValue(8 - Math.log(p)));
      }
    }

    assertThat(windows.meanFalseShare()).isLessThan(1.15 * RATE);
    assertThat(windows.power()).isGreaterThan(0.9);
  }

  @Test
  void goesOnFromItsStateAsIfItHadNeverStopped() {
    SplittableRandom random = new SplittableRandom(6);
    FalseDiscoveryControl stopped = new FalseDiscoveryControl(RATE, WINDOW);
    random.doubles(1_234).forEach(u -> stopped.accept(u * u * u + 1e-12));
    FalseDiscoveryControl restored = new FalseDiscoveryControl(RATE, WINDOW);
    restored.accept(0.001);
    restored.restore(stopped.state());

    random
        .doubles(2_000)
        .map(u -> u * u * u + 1e-12)
        .forEach(p -> assertThat(restored.accept(p)).isEqualTo(stopped.accept(p)));
    assertThat(restored.state()).isEqualTo(stopped.state());
  }

  @Test
  void beginsAWindowAfterAStateOfAnotherOne() {
    FalseDiscoveryControl longer = new FalseDiscoveryControl(RATE, 1_000);
    IntStream.range(0, 300).forEach(i -> longer.accept(1e-6));
    FalseDiscoveryControl shorter = new FalseDiscoveryControl(RATE, WINDOW);

    shorter.restore(longer.state());

    assertThat(shorter.state()).isEqualTo(new FalseDiscoveryControl(RATE, WINDOW).state());
  }

  @Test
  void refusesAStateOfAnotherVersionOrOfNoSense() {
    FalseDiscoveryControl control = new FalseDiscoveryControl(RATE, WINDOW);
    byte[] state = control.state();
    byte[] newer = state.clone();
    newer[0] = 9;
    byte[] longer = Arrays.copyOf(state, state.length + 1);
    byte[] manySeen = state.clone();
    manySeen[13] = 1;

    assertThatThrownBy(() -> control.restore(newer))
        .hasMessage("expected the state of false discovery control in version 1, found version 9");
    assertThatThrownBy(() -> control.restore(Arrays.copyOf(state, 3)))
        .hasMessage("the state of false discovery control ends too early, after 3 bytes");
    assertThatThrownBy(() -> control.restore(longer))
        .hasMessage("the state of false discovery control has 1 bytes too many");
    assertThatThrownBy(() -> control.restore(manySeen))
        .hasMessage("expected 0 to 500 in the state of false discovery control, found 16777216");
  }

  @Test
  void refusesARateOrAWindowOutOfRange() {
    assertThatThrownBy(() -> new FalseDiscoveryControl(1, 100))
        .hasMessage("a false discovery rate is in (0, 1), got 1.0");
    assertThatThrownBy(() -> new FalseDiscoveryControl(0.1, 9))
        .hasMessage("a window has 10 to 1000000 records, got 9");
  }

  /** The largest p-value that the procedure rejects, found by sorting. */
  private static double threshold(double[] pValues, double rate, int window) {
    double[] ascending = pValues.clone();
    Arrays.sort(ascending);
    double threshold = 0;
    for (int k = 1; k <= ascending.length; k++) {
      if (ascending[k - 1] <= rate * k / window) {
        threshold = rate * k / window;
      }
    }
    return threshold;
  }

  /** Windows of records of known kind, and what alerted among them. */
  private static final class Windows {
    private final FalseDiscoveryControl control = new FalseDiscoveryControl(RATE, WINDOW);
    private double falseShares;
    private int count;
    private int found;
    private int anomalies;

    void run(
        int strange,
        SplittableRandom random,
        DoubleUnaryOperator normalPValue,
        DoubleUnaryOperator strangePValue) {
      int alerts = 0;
      int wrong = 0;
      int left = strange;
      for (int i = 0; i < WINDOW; i++) {
        boolean anomaly = random.nextInt(WINDOW - i) < left;
        left -= anomaly ? 1 : 0;
        double uniform = 1 - random.nextDouble();
        boolean alert =
            control.accept(
                anomaly
                    ? strangePValue.applyAsDouble(uniform)
                    : normalPValue.applyAsDouble(uniform));
        alerts += alert ? 1 : 0;
        wrong += alert && !anomaly ? 1 : 0;
      }
      count++;
      falseShares += wrong / Math.max(1.0, alerts);
      anomalies += strange;
      found += alerts - wrong;
    }

    double meanFalseShare() {
      return falseShares / count;
    }

    double power() {
      return found / (double) anomalies;
    }
  }
}
