package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.feature.FeatureFitter;
import io.residua.detector.feature.FeaturePipeline;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SupervisedSplitTest {
  private static final DetectorDefinition SUPERVISED =
      PlaneWithAHole.definition("head: supervised");
  private static final int[] LABELLED = IntStream.range(40, 70).toArray();

  @Test
  void theOldestTrainTheHeadWhereAllHaveATime() throws Exception {
    LabelledSplit anomalies = of(SUPERVISED, timed(rows(SUPERVISED)), 1);

    // Times run backwards: the last rows are the oldest.
    assertThat(anomalies.head().orElseThrow().rows()).containsExactlyInAnyOrder(range(50, 70));
    assertThat(anomalies.judging().rows()).containsExactlyInAnyOrder(range(40, 50));
    assertThat(anomalies.head().orElseThrow().features().rows()).isEqualTo(20);
    assertThat(anomalies.judging().anomalies().orElseThrow().rows()).isEqualTo(10);
  }

  @Test
  void aSeededChoiceTrainsTheHeadWhereThereAreNoTimes() throws Exception {
    LabelledSplit one = of(SUPERVISED, rows(SUPERVISED), 1);
    LabelledSplit same = of(SUPERVISED, rows(SUPERVISED), 1);
    LabelledSplit other = of(SUPERVISED, rows(SUPERVISED), 2);

    assertThat(IntStream.concat(Arrays.stream(taught(one)), Arrays.stream(one.judging().rows())))
        .containsExactlyInAnyOrder(Arrays.stream(LABELLED).boxed().toArray(Integer[]::new));
    assertThat(taught(one)).hasSize(20).isEqualTo(taught(same));
    assertThat(taught(other)).isNotEqualTo(taught(one));
  }

  @Test
  void allJudgeWhereThereIsNoHead() throws Exception {
    DetectorDefinition plain = PlaneWithAHole.definition("latent: 2");

    LabelledSplit anomalies = of(plain, rows(plain), 1);

    assertThat(anomalies.head()).isEmpty();
    assertThat(anomalies.words()).isEmpty();
    assertThat(anomalies.judging().rows()).containsExactly(LABELLED);
  }

  private static EventTable rows(DetectorDefinition definition) {
    return new PlaneWithAHole(definition, 1).normal(40).inTheHole(LABELLED.length).table();
  }

  private static EventTable timed(EventTable rows) {
    EventTable timed = new EventTable(rows.layout());
    Event event = new Event(rows.layout());
    for (int row = 0; row < rows.rows(); row++) {
      rows.read(row, event);
      event.setTime(1_000_000L - row);
      timed.append(event);
    }
    return timed;
  }

  private static LabelledSplit of(DetectorDefinition definition, EventTable rows, long seed)
      throws Exception {
    boolean[] labels = new boolean[rows.rows()];
    Arrays.fill(labels, 40, 70, true);
    FeaturePipeline features = FeatureFitter.fit(definition, rows.select(range(0, 40))).pipeline();
    RowSplit normal = new RowSplit(range(0, 30), range(30, 40), false);
    return LabelledSplit.of(
        TrainingRequest.of(definition, rows).withLabels(labels).withSeed(seed), features, normal);
  }

  private static int[] taught(LabelledSplit split) {
    return split.head().orElseThrow().rows();
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }
}
