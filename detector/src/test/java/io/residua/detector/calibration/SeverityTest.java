package io.residua.detector.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {

  @ParameterizedTest
  @CsvSource({"1, 0", "0.1, 13", "1e-3, 38", "1e-6, 75", "1e-8, 100", "1e-12, 100"})
  void severityIsTheDocumentedFunctionOfThePValue(double pValue, int severity) {
    assertThat(Severity.of(pValue)).isEqualTo(severity);
  }

  @Property
  void aSmallerPValueIsNeverLessSevere(
      @ForAll @DoubleRange(min = -12, max = 0) double one,
      @ForAll @DoubleRange(min = -12, max = 0) double other) {
    int rarer = Severity.of(Math.pow(10, Math.min(one, other)));
    int commoner = Severity.of(Math.pow(10, Math.max(one, other)));

    assertThat(rarer).isBetween(commoner, 100);
  }
}
