package io.residua.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "0.5, 0.5",
    "0.123456, 0.1235",
    "0.0001, 0.0001",
    "0.00001, 1e-5",
    "-0.0000123456, -1.235e-5",
    "1234.56, 1235",
    "1000000, 1000000",
    "12345678, 1.235e7",
    "100, 100",
    "NaN, not measured",
    "Infinity, infinite",
    "-Infinity, minus infinite"
  })
  void readsLikeAPersonWouldWriteIt(double value, String text) {
    assertThat(Figure.of(value)).isEqualTo(text);
  }
}
