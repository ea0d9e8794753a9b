package io.residua.trainer.latent;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import io.residua.detector.feature.FeatureFitter;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.feature.UnusableDataException;
import io.residua.detector.fixture.Fixtures;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupsInWordsTest {
  private static final DetectorDefinition DEFINITION =
      Fixtures.definition(
          """
          detector: visits
          input: { topic: visits, format: json }
          features:
            - { field: same, transform: standard }
            - { field: amount, transform: standard }
            - { field: kind, encode: one-hot }
            - { field: at, encode: [hour-of-day, day-of-week] }
          calibration: { budget: 1 in 100 }
          """);

  @Test
  void tellsWhatSetsAGroupApartAndItsTypicalRecordByTheMostTellingFields() throws Exception {
    LatentGroup group = describe(20);

    assertThat(group.records()).isEqualTo(20);
    assertThat(group.apart())
        .containsExactlyInAnyOrder(
            "kind is \"<b>night</b>\" in 100 % of them, in 0 % of the others",
            "at is between 00:00 and 06:00 UTC in 100 % of them, in 0 % of the others",
            "amount is missing in 100 % of them, in 0 % of the others");
    assertThat(group.typical())
        .containsExactlyInAnyOrder(
            new FieldValue("kind", "<b>night</b>"),
            new FieldValue("at", "2026-01-05T02:00:00Z Monday"),
            new FieldValue("amount", "missing"),
            new FieldValue("same", "0.75"));
    assertThat(group.typical().get(3).field()).isEqualTo("same");
    assertThat(group.fieldsLeftOut()).isZero();
  }

  @Test
  void tellsWeekendsFromWorkingDays() throws Exception {
    RowsInWords rows = rows(20);
    boolean[] lastHalf = new boolean[40];
    for (int row = 30; row < 40; row++) {
      lastHalf[row] = true;
    }

    assertThat(new GroupsInWords(rows).describe(lastHalf, 30).apart())
        .contains("at is on a Saturday or Sunday (UTC) in 100 % of them, in 0 % of the others");
  }

  private static LatentGroup describe(int nights) throws UnusableDataException {
    boolean[] inGroup = new boolean[40];
    for (int row = 0; row < nights; row++) {
      inGroup[row] = true;
    }
    return new GroupsInWords(rows(nights)).describe(inGroup, 0);
  }

  /** First nights of a Monday, then afternoons of Tuesdays, then of Saturdays. */
  private static RowsInWords rows(int nights) throws UnusableDataException {
    EventTable table = new EventTable(EventLayouts.of(DEFINITION));
    for (int row = 0; row < 40; row++) {
      boolean night = row < nights;
      String day = night ? "05T02" : row < 30 ? "06T14" : "10T14";
      Event event = new Event(table.layout());
      set(event, "same", row % 2 == 0 ? 0.75 : 0.5);
      set(event, "amount", night ? Double.NaN : row);
      event.setText(table.layout().indexOf("kind", FieldKind.TEXT), night ? "<b>night</b>" : "day");
      event.setNumber(
          table.layout().indexOf("at", FieldKind.TIME),
          Instant.parse("2026-01-" + day + ":00:00Z").toEpochMilli());
      table.append(event);
    }
    FeaturePipeline features = FeatureFitter.fit(DEFINITION, table).pipeline();
    return new RowsInWords(features, table, IntStream.range(0, 40).toArray());
  }

  private static void set(Event event, String field, double value) {
    event.setNumber(event.layout().indexOf(field, FieldKind.NUMBER), value);
  }
}
