package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.feature.FeatureFitter;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelledSplitTest {
  private static final int NORMAL = 100;

  @Test
  void noRowBothChoosesAndJudges() throws Exception {
    LabelledSplit split = split("auto", 61, 60, false);

    assertThat(split.chooses()).isTrue();
    assertThat(split.choosing().rows()).hasSize(31);
    assertThat(split.judging().rows()).hasSize(30).doesNotContain(split.choosing().rows());
    assertThat(split.choosing().heldOut()).hasSize(30);
    assertThat(split.judging().heldOut()).hasSize(30).doesNotContain(split.choosing().heldOut());
    assertThat(split.choosing().anomalies().orElseThrow().rows()).isEqualTo(31);
    assertThat(split.judging().anomalies().orElseThrow().rows()).isEqualTo(30);
  }

  @Test
  void theOlderHalfChoosesWhereRowsHaveTimes() throws Exception {
    LabelledSplit split = split("auto", 60, 60, true);

    // Times fall with the row's number.
    assertThat(split.choosing().rows())
        .containsExactlyInAnyOrder(IntStream.range(NORMAL + 30, NORMAL + 60).toArray());
    assertThat(split.choosing().heldOut()).containsExactly(IntStream.range(0, 30).toArray());
  }

  @Test
  void allJudgeWhereNothingIsChosenByLabels() throws Exception {
    for (LabelledSplit split :
        new LabelledSplit[] {
          split("undercomplete", 60, 60, false),
          split("auto", 59, 60, false),
          split("auto", 60, 59, false)
        }) {
      assertThat(split.chooses()).isFalse();
      assertThat(split.choosing().anomalies()).isEmpty();
      assertThat(split.judging().rows().length).isGreaterThanOrEqualTo(59);
      assertThat(split.judging().heldOut()).hasSize(split.choosing().heldOut().length);
    }
  }

  @Test
  void anomaliesOfWhichNothingIsObservedDoNotTakePart() throws Exception {
    LabelledSplit split = split("auto", 60, 60, false, 1);

    assertThat(split.chooses()).isFalse();
    assertThat(split.judging().rows()).hasSize(59).doesNotContain(NORMAL);
  }

  private static LabelledSplit split(String family, int anomalies, int heldOut, boolean timed)
      throws Exception {
    return split(family, anomalies, heldOut, timed, 0);
  }

  private static LabelledSplit split(
      String family, int anomalies, int heldOut, boolean timed, int empty) throws Exception {
    DetectorDefinition definition =
        DefinitionParser.parse(
            "detector: d\ninput: { topic: t }\nfeatures: [ { field: x, transform: none } ]\n"
                + "model: { family: %s }\n".formatted(family),
            null);
    EventTable table = table(definition, anomalies, timed, empty);
    boolean[] labels = new boolean[NORMAL + anomalies];
    Arrays.fill(labels, NORMAL, labels.length, true);
    int[] normal = IntStream.range(0, NORMAL).toArray();
    return LabelledSplit.of(
        TrainingRequest.of(definition, table).withLabels(labels),
        FeatureFitter.fit(definition, table.select(normal)).pipeline(),
        RowSplit.of(table, normal, heldOut / (double) NORMAL, 1));
  }

  private static EventTable table(
      DetectorDefinition definition, int anomalies, boolean timed, int empty) {
    EventTable table = new EventTable(EventLayouts.of(definition));
    Event event = new Event(table.layout());
    for (int row = 0; row < NORMAL + anomalies; row++) {
      event.clear();
      if (row < NORMAL || row >= NORMAL + empty) {
        event.setNumber(0, row);
      }
      if (timed) {
        event.setTime(1_000_000L - row);
      }
      table.append(event);
    }
    return table;
  }
}
