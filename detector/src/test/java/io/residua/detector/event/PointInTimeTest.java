package io.residua.detector.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointInTimeTest {
  @ParameterizedTest
  @CsvSource({
    "0,                    0",
    "100000000000,         100000000000",
    "-100000000000,        -100000000000",
    "1700000000123,        1700000000123",
    "99999999999999,       99999999999999",
    "100000000000000,      100000000000",
    "1700000000123999,     1700000000123",
    "-1700000000123001,    -1700000000124",
    "1700000000123999999,  1700000000123"
  })
  void theSizeOfANumberTellsItsUnit(long value, long millis) {
    assertThat(PointInTime.ofNumber(value)).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, -1, 1_700_000_000L, 99_999_999_999L, -99_999_999_999L})
  void whatLooksLikeSecondsIsNoTime(long value) {
    assertThat(PointInTime.ofNumber(value)).isEqualTo(Event.NO_TIME);
    assertThat(PointInTime.complaint(value)).isEqualTo("which looks like seconds");
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE})
  void whatIsOutOfRangeIsNoTime(long value) {
    assertThat(PointInTime.ofNumber(value)).isEqualTo(Event.NO_TIME);
    assertThat(PointInTime.ofNumber((double) value)).isEqualTo(Event.NO_TIME);
    assertThat(PointInTime.complaint(value)).isEqualTo("which is out of range");
  }

  @Test
  void fractionsAreRoundedDown() {
    assertThat(PointInTime.ofNumber(1_700_000_000_000.9)).isEqualTo(1_700_000_000_000L);
    assertThat(PointInTime.ofNumber(-1_700_000_000_000.1)).isEqualTo(-1_700_000_000_001L);
    assertThat(PointInTime.ofNumber(-0.0)).isZero();
  }
}
