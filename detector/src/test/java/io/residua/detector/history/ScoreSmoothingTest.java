package io.residua.detector.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScoreSmoothingTest {
  private static final String DEFINITION =
      "detector: a\ninput: { topic: t, key: card, time: at }\n"
          + "features:\n  - { z: amount }\ncalibration: { smooth: 0.3 }";

  @Property(tries = 100)
  void statesAndMemoryGiveTheSameBits(
      @ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 1e9) Double> scores,
      @ForAll @IntRange(min = 1, max = 3) int keys)
      throws Exception {
    DetectorDefinition definition = DefinitionParser.parse(DEFINITION, null);
    EventLayout layout = EventLayouts.of(definition);
    HistoryMemory states = new HistoryMemory(Histories.history(definition));
    ScoreSmoother memory = new ScoreSmoother(definition);
    for (int i = 0; i < scores.size(); i++) {
      Event event = Histories.event(layout, "c" + i % keys, i, 1);
      states.read(event);
      double smoothed = states.smooth(scores.get(i));
      states.add(event);

      assertThat(smoothed).isEqualTo(memory.smooth(event.key(), scores.get(i)));
    }
  }

  @Test
  void isTheWeightedMeanOfTheLogarithms() {
    ScoreSmoothing smoothing = new ScoreSmoothing(0.25);
    double mean = smoothing.next(ScoreSmoothing.begin(1), Math.exp(4));

    assertThat(mean).isCloseTo(1, within(1e-12));
  }

  @Test
  void aLateScoreLeavesNoTrace() throws Exception {
    DetectorDefinition definition = DefinitionParser.parse(DEFINITION, null);
    EventLayout layout = EventLayouts.of(definition);
    HistoryMemory history = new HistoryMemory(Histories.history(definition));
    double[] smoothed = new double[3];
    long[] times = {1_000, 500, 2_000};
    for (int i = 0; i < times.length; i++) {
      Event event = Histories.event(layout, "c", times[i], 1);
      history.read(event);
      smoothed[i] = history.smooth(i == 1 ? 1e6 : 1);
      history.add(event);
    }

    assertThat(smoothed[1]).isGreaterThan(10);
    assertThat(smoothed[2]).isEqualTo(1);
  }
}
