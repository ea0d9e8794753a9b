package io.residua.detector.history;

import static io.residua.detector.history.Histories.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final DetectorDefinition ALL_KINDS =
      Histories.definition(
          "- { aggregate: amount, over: [1h, 1d], stats: [count, sum, mean, std, min, max, rate] }",
          "- { aggregate: shop, over: 1h, stats: distinct }",
          "- { aggregate: amount, by: shop, half-life: 1h, stats: mean }",
          "- { z: amount, log: true, as: deviation }",
          "- { aggregate: deviation, over: 1d, stats: max }",
          "- elapsed: at",
          "- novelty: shop",
          "- { lag: amount, steps: [1, 5] }");
  private static final EventLayout LAYOUT = EventLayouts.of(ALL_KINDS);

  private static Event random(Random random, long millis) {
    double amount = random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian() * 50;
    Event event = Histories.event(LAYOUT, "c" + random.nextInt(5), millis, amount);
    Histories.set(event, "shop", random.nextInt(7) == 0 ? null : "s" + random.nextInt(20));
    return event;
  }

  private static double[] numbers(Event event) {
    double[] numbers = new double[LAYOUT.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = event.number(i);
    }
    return numbers;
  }

  @Property(tries = 20)
  void aReplayAndEventsOneByOneGiveTheSameBits(@ForAll long seed) {
    Random random = new Random(seed);
    HistoryMemory live = new HistoryMemory(Histories.history(ALL_KINDS));
    EventTable table = new EventTable(LAYOUT);
    for (int i = 0; i < 300; i++) {
      table.append(random(random, i * 10_000L + random.nextInt(3)));
    }

    EventTable replayed = new HistoryMemory(Histories.history(ALL_KINDS)).replay(table);

    Event event = new Event(LAYOUT);
    Event again = new Event(LAYOUT);
    for (int row = 0; row < table.rows(); row++) {
      table.read(row, event);
      live.apply(event);
      replayed.read(row, again);
      assertThat(numbers(again)).isEqualTo(numbers(event));
    }
  }

  @Property(tries = 20)
  void anEventIsNotTouchedByOtherKeys(@ForAll long seed) {
    Random random = new Random(seed);
    HistoryMemory all = new HistoryMemory(Histories.history(ALL_KINDS));
    HistoryMemory one = new HistoryMemory(Histories.history(ALL_KINDS));
    for (int i = 0; i < 200; i++) {
      Event event = random(random, i * 10_000L);
      Event copy = new Event(LAYOUT);
      copy.setKey(event.key());
      copy.setTime(event.time());
      Histories.set(copy, "shop", event.text(LAYOUT.indexOf("shop", FieldKind.TEXT)));
      Histories.set(copy, "amount", event.number(LAYOUT.indexOf("amount", FieldKind.NUMBER)));
      all.apply(event);
      if (event.key().equals("c1")) {
        one.apply(copy);
        assertThat(List.of(made(copy, "deviation"))).isEqualTo(List.of(made(event, "deviation")));
      }
    }
  }

  @Property(tries = 50)
  void aStateHasABoundWhateverTheKeyDoes(
      @ForAll long seed, @ForAll @IntRange(max = 400) int events) {
    Random random = new Random(seed);
    HistoryStage stage = Histories.history(ALL_KINDS).stages().get(1);
    StageRunner runner = stage.newRunner();
    byte[] state = null;
    for (int i = 0; i < events; i++) {
      Event event = random(random, i * (long) random.nextInt(600_000));
      runner.read(event, "c", state);
      byte[] after = runner.add(event);
      state = after == null ? state : after;
      assertThat(state.length).isLessThanOrEqualTo(stage.mostBytesPerKey());
    }
  }

  @Test
  void aKeyOfOneEventTakesFewBytes() {
    HistoryStage stage = Histories.history(ALL_KINDS).stages().get(1);
    StageRunner runner = stage.newRunner();
    Event event = random(new Random(1), 0);
    runner.read(event, "c", null);

    assertThat(runner.add(event).length).isLessThan(stage.mostBytesPerKey() / 8);
  }

  @Test
  void scoresALateEventByTheStateAsItIsAndDoesNotAddIt() {
    DetectorDefinition definition =
        Histories.definition("- { aggregate: amount, over: 1h, stats: count, as: n }");
    EventLayout layout = EventLayouts.of(definition);
    HistoryMemory memory = new HistoryMemory(Histories.history(definition));
    memory.apply(Histories.event(layout, "c", 0, 1));
    memory.apply(Histories.event(layout, "c", 1_000_000, 1));
    Event late = Histories.event(layout, "c", 500_000, 1);
    Event next = Histories.event(layout, "c", 1_000_001, 1);

    assertThat(memory.apply(late)).isTrue();
    assertThat(memory.apply(next)).isFalse();

    assertThat(made(late, "n")).isEqualTo(2);
    assertThat(made(next, "n")).isEqualTo(2);
    assertThat(memory.late()).isEqualTo(1);
  }

  @Test
  void forgetsAKeyAfterItsTimeToLive() {
    DetectorDefinition definition = Histories.definition("- { novelty: shop, as: n }");
    EventLayout layout = EventLayouts.of(definition);
    HistoryMemory memory = new HistoryMemory(Histories.history(definition));
    for (long day : new long[] {0, 30, 61}) {
      Event event = new Event(layout);
      event.setKey("c");
      event.setTime(day * 86_400_000L);
      Histories.set(event, "shop", "a");
      memory.apply(event);
      assertThat(Double.isNaN(made(event, "n"))).isEqualTo(day != 30);
    }
  }

  @Test
  void takesBytesThatAreNoStateForNone() {
    HistoryStage stage = Histories.history(ALL_KINDS).stages().get(1);
    StageRunner runner = stage.newRunner();
    Event event = random(new Random(1), 0);
    runner.read(event, "c", null);
    double[] fresh = numbers(event);
    byte[] state = runner.add(event);
    byte[] newer = state.clone();
    newer[0] = StateCodec.VERSION + 1;
    byte[] cut = Arrays.copyOf(state, state.length - 1);

    for (byte[] other : List.of(new byte[0], newer, cut, new byte[stage.mostBytesPerKey()])) {
      runner.read(event, "c", other);
      assertThat(numbers(event)).isEqualTo(fresh);
      assertThat(stage.newestEvent(other)).isEmpty();
    }
    assertThat(stage.newestEvent(state)).contains(Histories.START);
  }

  @Test
  void beginsWithTheSnapshotWhereItIsNotNewer() {
    DetectorDefinition definition =
        Histories.definition("- { aggregate: amount, over: 1h, stats: count, as: n }");
    EventLayout layout = EventLayouts.of(definition);
    HistoryMemory training = new HistoryMemory(Histories.history(definition));
    training.apply(Histories.event(layout, "c", 1_000, 1));
    HistorySnapshot snapshot =
        HistorySnapshotFormat.read(HistorySnapshotFormat.write(training.snapshot()));

    Event after = Histories.event(layout, "c", 2_000, 1);
    new HistoryMemory(Histories.history(definition, snapshot)).apply(after);
    Event before = Histories.event(layout, "c", 500, 1);
    HistoryMemory replay = new HistoryMemory(Histories.history(definition, snapshot));

    assertThat(made(after, "n")).isEqualTo(1);
    assertThat(replay.apply(before)).isFalse();
    assertThat(made(before, "n")).isZero();
  }

  @Test
  void tellsAnUnknownKeyFromAnEmptyOne() {
    DetectorDefinition definition =
        Histories.definition("- { aggregate: amount, by: [shop, card], over: 1h, stats: count }");
    EventLayout layout = EventLayouts.of(definition);
    HistoryStage stage = Histories.history(definition).stages().get(0);
    Event event = Histories.event(layout, "c", 0, 1);

    assertThat(stage.key(event)).isEmpty();
    Histories.set(event, "shop", "1:x");
    assertThat(stage.key(event)).contains("3:1:x1:c");
  }

  @Test
  void aSnapshotThatIsDamagedIsRefused() {
    byte[] bytes =
        HistorySnapshotFormat.write(new HistorySnapshot(List.of(Map.of("k", new byte[3]))));

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> HistorySnapshotFormat.read(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
