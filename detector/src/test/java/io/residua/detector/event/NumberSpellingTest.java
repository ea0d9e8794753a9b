package io.residua.detector.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSpellingTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "100.0, 100",
    "1e2, 100",
    "-3.50, -3.5",
    "0.1, 0.1",
    "1e15, 1000000000000000",
    "1e18, 1000000000000000000",
    "1e300, 1.0E300",
    "1.5e-7, 1.5E-7"
  })
  void equalNumbersAreSpelledAlike(String number, String spelling) {
    assertThat(NumberSpelling.of(Double.parseDouble(number))).isEqualTo(spelling);
    assertThat(NumberSpelling.of(Float.parseFloat("0.1"))).isEqualTo("0.1");
  }

  @Test
  void decimalsAreSpelledLikeTheOtherTypes() {
    assertThat(NumberSpelling.of(new BigDecimal("12.50"))).isEqualTo("12.5");
    assertThat(NumberSpelling.of(new BigDecimal("12.00"))).isEqualTo("12");
    assertThat(NumberSpelling.of(new BigDecimal("0.00"))).isEqualTo("0");
    assertThat(NumberSpelling.of(new BigDecimal("1E+5"))).isEqualTo("100000");
    assertThat(NumberSpelling.of(new BigDecimal("1E+2000000000"))).isEqualTo("Infinity");
  }

  @Test
  void longIdentifiersKeepEveryDigit() {
    assertThat(NumberSpelling.of(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
    assertThat(NumberSpelling.of(new BigInteger("12345678901234567890123")))
        .isEqualTo("12345678901234567890123");
  }

  @Property
  void everySpellingReadsBackAsTheSameNumber(@ForAll double value, @ForAll float single) {
    assertThat(Double.parseDouble(NumberSpelling.of(value)) == value).isTrue();
    assertThat(Float.parseFloat(NumberSpelling.of(single)) == single).isTrue();
  }

  @Property
  void wholeNumbersAreSpelledAlikeInEveryType(@ForAll int value) {
    assertThat(NumberSpelling.of((double) value))
        .isEqualTo(NumberSpelling.of((long) value))
        .isEqualTo(NumberSpelling.of(new BigDecimal(value)))
        .isEqualTo(NumberSpelling.of(BigInteger.valueOf(value)));
  }
}
