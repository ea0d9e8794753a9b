package io.residua.detector.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
  private static final NormalScores BODY =
      new NormalScores(new double[] {1, 2, 3, 4}, new long[] {4, 3, 2, 1});

  @Test
  void theTailGivesThePValueBeyondItsThreshold() {
    Calibration calibration =
        new Calibration(BODY, Optional.of(new GeneralisedParetoTail(3, 0, 2, 0.3)), 100);

    assertThat(calibration.pValue(3)).isEqualTo(3.0 / 5);
    assertThat(calibration.pValue(7)).isEqualTo(0.3 * Math.exp(-2), within(1e-15));
    assertThat(calibration.scoreAt(0.3 * Math.exp(-2))).isEqualTo(7, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 6, 0.0625", "-0.25, 1, 0.31640625", "-0.25, 4, 0", "-0.25, 9, 0"})
  void aShapedTailFollowsTheParetoFormula(double shape, double score, double exceedance) {
    GeneralisedParetoTail tail = new GeneralisedParetoTail(0, shape, 1, 0.5);

    assertThat(tail.exceedance(score)).isEqualTo(0.5 * exceedance, within(1e-12));
  }

  @Test
  void whereTheTailBeginsBelowASignificanceTheBodysNextScoreIsMeant() {
    Calibration calibration =
        new Calibration(BODY, Optional.of(new GeneralisedParetoTail(3, 0, 2, 0.3)), 100);

    assertThat(calibration.scoreAt(0.4)).isEqualTo(Math.nextUp(3.0));
    assertThat(calibration.scoreAt(0.6)).isEqualTo(Math.nextUp(2.0));
    assertThat(calibration.scoreAt(1e-13)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void aTailThatWouldMakePValuesRiseIsRefused() {
    Optional<GeneralisedParetoTail> tail = Optional.of(new GeneralisedParetoTail(4, 0, 1, 0.5));

    assertThatThrownBy(() -> new Calibration(BODY, tail, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the tail's share must be at most the body's p-value at its threshold, 0.4, got 0.5");
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 0, 1, 0.1, 'the tail''s threshold and shape must be finite, got NaN and 0.0'",
    "0, Infinity, 1, 0.1, 'the tail''s threshold and shape must be finite, got 0.0 and Infinity'",
    "0, 0, 0, 0.1, 'the tail''s scale must be above 0, got 0.0'",
    "0, 0, 1, 1, 'the tail''s share must be in (0, 1), got 1.0'"
  })
  void aTailOfOtherNumbersIsRefused(
      double threshold, double shape, double scale, double share, String message) {
    assertThatThrownBy(() -> new GeneralisedParetoTail(threshold, shape, scale, share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
