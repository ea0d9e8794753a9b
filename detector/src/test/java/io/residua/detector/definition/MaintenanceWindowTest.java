package io.residua.detector.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.MaintenanceWindow.Period;
import io.residua.detector.definition.MaintenanceWindow.Weekly;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceWindowTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T23:59:59.999Z, false",
    "2026-11-21T00:00:00Z, true",
    "2026-11-21T23:59:59.999Z, true",
    "2026-11-22T00:00:00Z, false"
  })
  void aPeriodIncludesItsBeginAndNotItsEnd(Instant time, boolean included) {
    Period period =
        new Period(Instant.parse("2026-11-21T00:00:00Z"), Instant.parse("2026-11-22T00:00:00Z"));

    assertThat(period.includes(time)).isEqualTo(included);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T00:59:59Z, false",
    "2026-11-21T01:00:00Z, true",
    "2026-11-21T02:59:59Z, true",
    "2026-11-21T03:00:00Z, false",
    "2026-11-22T01:30:00Z, false",
    "2026-07-04T00:30:00Z, true",
    "2026-07-04T02:30:00Z, false"
  })
  void aWeeklyWindowGoesByTheClockOfItsZoneInSummerToo(Instant time, boolean included) {
    Weekly saturdays =
        new Weekly(Set.of(DayOfWeek.SATURDAY), LocalTime.of(2, 0), LocalTime.of(4, 0), BERLIN);

    assertThat(saturdays.includes(time)).isEqualTo(included);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T21:59:59Z, false",
    "2026-11-20T22:00:00Z, true",
    "2026-11-21T03:59:59Z, true",
    "2026-11-21T04:00:00Z, false",
    "2026-11-21T22:30:00Z, false",
    "2026-11-20T03:00:00Z, false"
  })
  void aWindowOverMidnightBelongsToTheDayOnWhichItBegins(Instant time, boolean included) {
    Weekly fridayNight =
        new Weekly(
            Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(4, 0), ZoneId.of("UTC"));

    assertThat(fridayNight.includes(time)).isEqualTo(included);
  }
}
