package io.residua.detector.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HolidayFlagTest {
  private static final DetectorDefinition DEFINITION =
      Tables.definition(
          "field: at, encode: [day-of-week, { holiday: [2026-12-25 Christmas, 2026-12-26] }]");
  private static final double CHRISTMAS = millis("2026-12-25T23:59:59.999Z");
  private static final double BOXING_DAY = millis("2026-12-26T00:00:00Z");
  private static final double ORDINARY = millis("2026-12-24T23:59:59.999Z");
  private static final FeaturePipeline PIPELINE =
      Tables.fit(DEFINITION, times(ORDINARY, ORDINARY - 7, ORDINARY - 1, CHRISTMAS));

  @Test
  void isOneOnAHolidayFromMidnightToMidnight() {
    assertThat(flag(ORDINARY)).isZero();
    assertThat(flag(millis("2026-12-25T00:00:00Z"))).isOne();
    assertThat(flag(CHRISTMAS)).isOne();
    assertThat(flag(BOXING_DAY)).isOne();
    assertThat(flag(millis("2026-12-27T00:00:00Z"))).isZero();
    assertThat(flag(-Double.MAX_VALUE)).isZero();
    assertThat(PIPELINE.featureName(2)).isEqualTo("at holiday");
  }

  @Test
  void aMissingTimeIsAHolidayAsOftenAsInTraining() {
    assertThat(Tables.transform(PIPELINE, new Object[] {null})[2]).isEqualTo(0.25f);
  }

  @Test
  void saysThatADayIsAHolidayWhereNoneWasExpected() {
    float[] ordinary = Tables.transform(PIPELINE, CHRISTMAS);
    ordinary[2] = 0.3f;
    float[] ordinarySaturday = Tables.transform(PIPELINE, BOXING_DAY);
    ordinarySaturday[2] = 0;

    assertThat(sentence(CHRISTMAS, ordinary))
        .contains("at 2026-12-25 is a holiday (Christmas): expected none");
    assertThat(sentence(BOXING_DAY, ordinarySaturday))
        .contains("at 2026-12-26 is a holiday: expected none");
    assertThat(PIPELINE.direction(0, event(CHRISTMAS), ordinary)).isEqualTo(Direction.DIFFERENT);
  }

  @Test
  void saysThatADayIsNoHolidayWhereOneWasExpected() {
    float[] holiday = Tables.transform(PIPELINE, ORDINARY);
    holiday[2] = 0.8f;

    assertThat(sentence(ORDINARY, holiday)).contains("at 2026-12-24 is no holiday: expected one");
  }

  @Test
  void saysObservedAndExpectedWhereMoreIsStrange() {
    float[] sunday = Tables.transform(PIPELINE, millis("2026-12-27T00:00:00Z"));

    assertThat(sentence(CHRISTMAS, sunday)).isEmpty();
    assertThat(PIPELINE.observed(0, event(CHRISTMAS)))
        .isEqualTo("2026-12-25T23:59:59Z Friday, a holiday (Christmas)");
    assertThat(PIPELINE.expected(0, sunday)).isEqualTo("Sunday, no holiday");
    assertThat(sentence(CHRISTMAS, Tables.transform(PIPELINE, CHRISTMAS))).isEmpty();
  }

  @Test
  void warnsOfACalendarThatDoesNotCoverTheData() throws Exception {
    EventTable later = times(millis("2027-03-01T12:00:00Z"), millis("2027-03-02T12:00:00Z"));

    assertThat(FeatureFitter.fit(DEFINITION, later).warnings())
        .containsExactly(
            "field at is on none of the 2 holidays in training: the first one will stand out",
            "field at goes on to 2027-03-02, but the last holiday is 2026-12-26: extend the"
                + " calendar");
  }

  @Test
  void isReadBackAsItWas() {
    String json = FeaturePipelineFormat.write(PIPELINE);

    FeaturePipeline read = FeaturePipelineFormat.read(json, PIPELINE.layout());

    assertThat(FeaturePipelineFormat.write(read)).isEqualTo(json);
    assertThat(read.observed(0, event(CHRISTMAS))).endsWith("a holiday (Christmas)");
  }

  private static Optional<String> sentence(double millis, float[] reconstruction) {
    return PIPELINE.sentence(0, event(millis), reconstruction);
  }

  private static float flag(double millis) {
    return Tables.transform(PIPELINE, millis)[2];
  }

  private static Event event(double millis) {
    return Tables.event(PIPELINE.layout(), millis);
  }

  private static EventTable times(Double... millis) {
    return Tables.table(
        DEFINITION, List.of(millis).stream().map(time -> new Object[] {time}).toList());
  }

  private static double millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
