package io.residua.detector.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
  @Property
  void sumsStayInRange(@ForAll long time, @ForAll @LongRange(min = 0) long duration) {
    BigInteger sum = BigInteger.valueOf(time).add(BigInteger.valueOf(duration));

    assertThat(BigInteger.valueOf(Times.plus(time, duration))).isEqualTo(clamped(sum));
  }

  @Property
  void differencesStayInRange(@ForAll long from, @ForAll long to) {
    BigInteger difference = BigInteger.valueOf(to).subtract(BigInteger.valueOf(from));

    assertThat(BigInteger.valueOf(Times.between(from, to))).isEqualTo(clamped(difference));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0ms",
    "999, 999ms",
    "1000, 1s",
    "61000, 1m 1s",
    "3600000, 1h",
    "7500000, 2h 5m",
    "86399999, 23h 59m",
    "604800000, 7d"
  })
  void spansAreToldInTheirTwoLargestUnits(long millis, String text) {
    assertThat(Sentences.span(millis)).isEqualTo(text);
  }

  private static BigInteger clamped(BigInteger value) {
    return value.min(BigInteger.valueOf(Long.MAX_VALUE)).max(BigInteger.valueOf(Long.MIN_VALUE));
  }
}
