package io.residua.detector.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
  @ParameterizedTest(name = "{0} reads {1}, exactly {2}")
  @CsvSource({
    "0, 0, 0",
    "-0.0, 0, 0",
    "60, 60, 60",
    "4210.37, 4210, 4210.37",
    "12345678, 12350000, 12345678",
    "0.1, 0.1, 0.1",
    "0.30000000000000004, 0.3, 0.3",
    "-1.23456, -1.235, -1.23456",
    "0.000123456, 0.0001235, 0.000123456",
    "0.0000123456, 1.235e-05, 1.235e-05",
    "999999999999999, 1000000000000000, 1000000000000000",
    "1e15, 1e+15, 1e+15",
    "-1.2e-9, -1.2e-09, -1.2e-09",
    "NaN, unknown, unknown"
  })
  void writesNumbersAsPeopleDo(double value, String about, String exactly) {
    assertThat(ValueText.about(value)).isEqualTo(about);
    assertThat(ValueText.exactly(value)).isEqualTo(exactly);
  }

  @ParameterizedTest(name = "{0} reads {1}, roughly {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "4210.37 | 4,210 | 4,210",
        "-1234567 | -1,235,000 | -1,230,000",
        "999 | 999 | 999",
        "0.123456 | 0.1235 | 0.123",
        "1234.5678 | 1,235 | 1,230",
        "123.456 | 123.5 | 123",
        "1e15 | 1e+15 | 1e+15",
        "NaN | unknown | unknown"
      })
  void separatesThousandsInSentences(double value, String observed, String estimate) {
    assertThat(ValueText.inSentence(value)).isEqualTo(observed);
    assertThat(ValueText.roughlyInSentence(value)).isEqualTo(estimate);
  }

  @ParameterizedTest
  @CsvSource({"99, 99", "100, 100", "101, 101", "500, 101"})
  void cutsLongTexts(int length, int shown) {
    assertThat(ValueText.text("x".repeat(length))).hasSize(shown);
  }
}
