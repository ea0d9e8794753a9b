package io.residua.detector.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.alert.FieldContribution;
import io.residua.detector.alert.Reason;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.feature.FeatureFitter;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.fixture.Fixtures;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolidayWordingTest {
  private static final DetectorDefinition DEFINITION =
      Fixtures.definition(
          """
          detector: a
          input: { topic: t }
          features: [ { field: at, encode: { holiday: [2026-12-25 Christmas Day] } } ]
          """);

  @Test
  void anAlertSaysThatTheDayIsAHoliday() throws Exception {
    EventTable table = new EventTable(EventLayouts.of(DEFINITION));
    table.append(event("2026-12-23T12:00:00Z"));
    table.append(event("2026-12-25T12:00:00Z"));
    FeaturePipeline features = FeatureFitter.fit(DEFINITION, table).pipeline();

    List<FieldContribution> lines =
        new Explainer(DEFINITION, features)
            .explain(event("2026-12-25T08:00:00Z"), new float[] {0.1f}, new double[] {0.81}, 5);

    assertThat(Reason.of(lines))
        .isEqualTo("at 2026-12-25 is a holiday (Christmas Day): expected none (100 %)");
  }

  private static Event event(String instant) {
    Event event = new Event(EventLayouts.of(DEFINITION));
    event.setNumber(0, Instant.parse(instant).toEpochMilli());
    return event;
  }
}
