package io.residua.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.event.Event;
import io.residua.detector.event.RejectReason;
import io.residua.detector.fixture.Fixtures;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScoringBatchTest {
  private static final Detector LARGE =
      new Detector(Fixtures.largeModel(Fixtures.definition(Fixtures.DEFINITION), 1));

  private final Scorer scorer = LARGE.newScorer();
  private final ScoringBatch batch = new ScoringBatch(scorer);

  @Property(tries = 50)
  void saysOfEachEventWhatItWouldSayOfItAlone(
      @ForAll @Size(min = 1, max = ScoringBatch.SIZE)
          List<@DoubleRange(min = -100, max = 5000) Double> amounts) {
    Scorer alone = LARGE.newScorer();
    List<Event> events = new ArrayList<>();
    for (double amount : amounts) {
      events.add(Fixtures.event(amount, amount > 50 ? "food" : "casino"));
      assertThat(batch.add(events.get(events.size() - 1))).isNull();
    }

    batch.run();

    for (int slot = 0; slot < events.size(); slot++) {
      assertThat(batch.score(slot, events.get(slot))).isNull();
      assertThat(alone.score(events.get(slot))).isNull();
      assertThat(scorer.verdict()).isEqualTo(alone.verdict());
      assertThat(scorer.latent()).isEqualTo(alone.latent());
      assertThat(scorer.reconstruction()).isEqualTo(alone.reconstruction());
      assertThat(scorer.explain(5)).isEqualTo(alone.explain(5));
    }
    batch.clear();
  }

  @Test
  void takesNoEventThatCannotBeScored() {
    assertThat(batch.add(Fixtures.event(Double.NaN, null)).reason())
        .isEqualTo(RejectReason.NOTHING_OBSERVED);
    assertThat(batch.add(Fixtures.event(50, "food"))).isNull();

    batch.run();

    assertThat(batch.score(0, Fixtures.event(50, "food"))).isNull();
    assertThatThrownBy(() -> batch.score(1, Fixtures.event(50, "food")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void takesAsManyAsItHasRoomFor() {
    Event event = Fixtures.event(50, "food");
    for (int i = 0; i < ScoringBatch.SIZE; i++) {
      assertThat(batch.isFull()).isFalse();
      batch.add(event);
    }

    assertThat(batch.isFull()).isTrue();
    assertThatThrownBy(() -> batch.add(event)).isInstanceOf(IllegalStateException.class);
    batch.clear();
    assertThat(batch.add(event)).isNull();
  }

  @Test
  void paysForLargeNetworksOnly() {
    assertThat(ScoringBatch.pays(LARGE)).isTrue();
    assertThat(ScoringBatch.pays(new Detector(Fixtures.smallModel()))).isFalse();
  }
}
