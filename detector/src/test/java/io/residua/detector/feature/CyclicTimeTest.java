package io.residua.detector.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CyclicTimeTest {
  private static final long FAR = 8_640_000_000_000_000L;

  @Property(tries = 2000)
  void agreesWithTheCalendar(@ForAll @LongRange(min = -FAR, max = FAR) long millis) {
    ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC);

    assertThat(CyclicUnit.DAY_OF_WEEK.position(millis))
        .isEqualTo(time.getDayOfWeek().getValue() - 1);
    assertThat(CyclicUnit.DAY_OF_MONTH.position(millis)).isEqualTo(time.getDayOfMonth() - 1);
    assertThat(CyclicUnit.MONTH_OF_YEAR.position(millis)).isEqualTo(time.getMonthValue() - 1);
    assertThat(CyclicUnit.HOUR_OF_DAY.position(millis))
        .isCloseTo(time.toLocalTime().toNanoOfDay() / 3.6e12, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(CyclicUnit.class)
  void surviveTheEndsOfTime(CyclicUnit unit) {
    for (long millis : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertThat(unit.position(millis)).isBetween(0.0, (double) unit.steps());
    }
  }

  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource({
    "HOUR_OF_DAY, 2018-07-01T14:00:00Z, about 14:00",
    "HOUR_OF_DAY, 2018-07-01T14:29:00Z, about 14:00",
    "HOUR_OF_DAY, 2018-07-01T23:31:00Z, about 00:00",
    "DAY_OF_WEEK, 2018-07-01T23:31:00Z, Sunday",
    "DAY_OF_WEEK, 2018-07-02T00:00:00Z, Monday",
    "DAY_OF_MONTH, 2018-07-31T00:00:00Z, day 31",
    "DAY_OF_MONTH, 2020-02-29T00:00:00Z, day 29",
    "MONTH_OF_YEAR, 2020-02-29T00:00:00Z, February",
    "MONTH_OF_YEAR, 1969-12-31T23:59:59Z, December"
  })
  void namesTheNearestStep(CyclicUnit unit, Instant instant, String name) {
    CyclicTime cycle = new CyclicTime(unit, 0, 1);
    float[] features = new float[2];

    cycle.encode(instant.toEpochMilli(), features, 0);

    assertThat(cycle.expected(features, 0)).isEqualTo(name);
    assertThat(Math.hypot(features[0], features[1])).isCloseTo(1, within(1e-6));
  }

  @Test
  void namesNoStepInTheMiddleOfTheCircle() {
    CyclicTime cycle = new CyclicTime(CyclicUnit.HOUR_OF_DAY, 0, 1);

    assertThat(cycle.expected(new float[] {0.05f, -0.1f}, 0)).isEqualTo("any time");
  }

  @Test
  void putsNeighboursNextToEachOtherAcrossMidnight() {
    CyclicTime cycle = new CyclicTime(CyclicUnit.HOUR_OF_DAY, 0, 1);
    float[] features = new float[4];

    cycle.encode(Instant.parse("2018-07-01T23:59:00Z").toEpochMilli(), features, 0);
    cycle.encode(Instant.parse("2018-07-02T00:01:00Z").toEpochMilli(), features, 2);

    assertThat(Math.hypot(features[0] - features[2], features[1] - features[3])).isLessThan(0.01);
  }
}
