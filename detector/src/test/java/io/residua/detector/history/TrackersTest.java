package io.residua.detector.history;

import static io.residua.detector.history.Histories.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TrackersTest {
  private static final long MINUTE = 60_000;

  private final HistoryAtWork z = work("- { z: amount, as: d }");

  /** A history and events one after the other. */
  private record HistoryAtWork(EventLayout layout, HistoryMemory memory) {
    Event next(String card, long millis, double amount) {
      Event event = Histories.event(layout, card, millis, amount);
      memory.apply(event);
      return event;
    }

    Event nextText(String card, long millis, String shop) {
      Event event = new Event(layout);
      event.setKey(card);
      event.setTime(Histories.START + millis);
      Histories.set(event, "shop", shop);
      memory.apply(event);
      return event;
    }
  }

  private static HistoryAtWork work(String... features) {
    DetectorDefinition definition = Histories.definition(features);
    return new HistoryAtWork(
        EventLayouts.of(definition), new HistoryMemory(Histories.history(definition)));
  }

  @Test
  void comparesANewKeyWithAllKeys() {
    Event first = z.next("c", 0, 14);

    assertThat(made(first, "d")).isEqualTo(2);
    assertThat(made(first, "mean in d")).isEqualTo(10);
    assertThat(made(first, "spread in d")).isEqualTo(2);
  }

  @Test
  void comparesAKnownKeyWithItself() {
    for (int i = 0; i < 500; i++) {
      z.next("c", i, i % 2 == 0 ? 99 : 101);
    }
    Event last = z.next("c", 500, 103);

    assertThat(made(last, "mean in d")).isCloseTo(100, within(1.0));
    assertThat(made(last, "d")).isGreaterThan(1.0);
    assertThat(made(z.next("other", 500, 10), "d")).isZero();
  }

  @Test
  void oneMonstrousValueDoesNotBecomeNormal() {
    for (int i = 0; i < 100; i++) {
      z.next("c", i, 10 + i % 3);
    }
    z.next("c", 100, 1e50);

    assertThat(made(z.next("c", 101, 11), "mean in d")).isLessThan(12);
  }

  @Test
  void aFittedKeyBeginsWithWhatItWasInTraining() {
    HistoryAtWork fitted = fittedHost(100, 4, 10_000);
    Event first = fitted.next("host", 0, 108);

    assertThat(made(first, "d")).isCloseTo(2, within(0.2));
    assertThat(made(first, "mean in d")).isCloseTo(100, within(0.1));
    assertThat(made(fitted.next("new", 1, 14), "d")).isEqualTo(2);
  }

  @Test
  void aFittedKeysShortIncidentDoesNotBecomeNormal() {
    HistoryAtWork fitted = fittedHost(100, 4, 10_000);
    for (int i = 0; i < 20; i++) {
      fitted.next("host", i, 300);
    }

    assertThat(made(fitted.next("host", 20, 300), "d")).isGreaterThan(40);
  }

  @Test
  void aFittedKeyThatNeverVariedIsNotDividedByNothing() {
    HistoryAtWork fitted = fittedHost(10, 0, 10_000);

    assertThat(made(fitted.next("host", 0, 11), "d")).isCloseTo(5, within(1e-9));
  }

  private static HistoryAtWork fittedHost(double mean, double deviation, long events) {
    DetectorDefinition definition =
        Histories.definition("- { z: amount, memory: 1000000, fitted: true, as: d }");
    FittedPopulations.OfField fitted =
        new FittedPopulations.OfField(
            Histories.ALL, Map.of(), Map.of("host", new FittedKey(mean, deviation, events)));
    EventLayout layout = EventLayouts.of(definition);
    FittedHistory begin =
        new FittedHistory(new FittedPopulations(Map.of("d", fitted)), HistorySnapshot.EMPTY);
    return new HistoryAtWork(layout, new HistoryMemory(History.of(definition, layout, begin)));
  }

  @Property
  void isTheExponentialMeanOnceTheMemoryIsFull(
      @ForAll @DoubleRange(min = 9, max = 11) double level) {
    HistoryAtWork short5 = work("- { z: amount, memory: 5, as: d }");
    for (int i = 0; i < 200; i++) {
      short5.next("c", i, level);
    }

    assertThat(made(short5.next("c", 200, level), "mean in d")).isCloseTo(level, within(0.05));
  }

  @Test
  void aRatioIsToTheKeysOwnMean() {
    HistoryAtWork ratio = work("- { ratio: amount, as: r }");
    for (int i = 0; i < 3_000; i++) {
      ratio.next("c", i, 50);
    }

    assertThat(made(ratio.next("c", 3_001, 100), "r")).isCloseTo(2, within(0.02));
  }

  @Test
  void decaysByHalfWithEachHalfLife() {
    HistoryAtWork decay =
        work("- { aggregate: amount, half-life: 1h, stats: [count, sum, mean, std] }");
    decay.next("c", 0, 4);
    decay.next("c", 60 * MINUTE, 8);
    Event last = decay.next("c", 120 * MINUTE, 0);

    String by = " of amount decaying by half in 1h by card";
    assertThat(made(last, "count" + by)).isCloseTo(0.75, within(1e-12));
    assertThat(made(last, "sum" + by)).isCloseTo(5, within(1e-12));
    assertThat(made(last, "mean" + by)).isCloseTo(5 / 0.75, within(1e-12));
    assertThat(made(last, "std" + by)).isCloseTo(Math.sqrt(32.0 / 9), within(1e-12));
  }

  @Test
  void tellsTheSecondsSinceThePreviousEvent() {
    HistoryAtWork elapsed = work("- { elapsed: at, as: e }", "- { z: amount, as: d }");

    assertThat(made(elapsed.next("c", 0, 1), "e")).isNaN();
    assertThat(made(elapsed.next("c", 90_500, 1), "e")).isEqualTo(90.5);
    assertThat(made(elapsed.next("other", 90_600, 1), "e")).isNaN();
  }

  @Test
  void knowsWhatAKeyHadBefore() {
    HistoryAtWork novelty = work("- { novelty: shop, as: n }");

    assertThat(made(novelty.nextText("c", 0, "a"), "n")).isNaN();
    assertThat(made(novelty.nextText("c", 1, "a"), "n")).isZero();
    assertThat(made(novelty.nextText("c", 2, "b"), "n")).isEqualTo(1);
    assertThat(made(novelty.nextText("c", 3, null), "n")).isNaN();
    assertThat(made(novelty.nextText("c", 4, "b"), "n")).isZero();
  }

  @Property(tries = 50)
  void neverCallsAKnownValueNew(@ForAll @Size(min = 2, max = 100) int[] shops) {
    HistoryAtWork novelty = work("- { novelty: shop, as: n }");
    Set<Integer> known = new HashSet<>();
    for (int i = 0; i < shops.length; i++) {
      Event event = novelty.nextText("c", i, String.valueOf(shops[i]));
      if (!known.add(shops[i])) {
        assertThat(made(event, "n")).isZero();
      }
    }
  }

  @Property(tries = 30)
  void estimatesHowManyDifferentValues(@ForAll @IntRange(min = 1, max = 300) int values) {
    HistoryAtWork distinct = work("- { aggregate: shop, over: 1h, stats: distinct, as: n }");
    for (int i = 0; i < 2 * values; i++) {
      distinct.nextText("c", i, "shop " + i % values);
    }

    double estimate = made(distinct.nextText("c", 2L * values, "x"), "n");
    assertThat(estimate).isCloseTo(values, within(2 + 0.3 * values));
    assertThat(made(distinct.nextText("c", 2 * 60 * MINUTE, "x"), "n")).isZero();
  }

  @Test
  void recallsEarlierEvents() {
    HistoryAtWork lags =
        work("- { lag: amount, steps: [1, 3] }", "- { difference: amount, steps: 2 }");
    Event last = null;
    for (int i = 1; i <= 6; i++) {
      last = lags.next("c", i, i * i);
    }

    assertThat(made(last, "amount 1 event earlier by card")).isEqualTo(25);
    assertThat(made(last, "amount 3 events earlier by card")).isEqualTo(9);
    assertThat(made(last, "change of amount against 2 events earlier by card")).isEqualTo(20);
    assertThat(made(lags.next("new", 7, 1), "amount 1 event earlier by card")).isNaN();
  }

  @Test
  void recallsEarlierIntervalsAndTheirGaps() {
    HistoryAtWork lags = work("- { lag: amount, steps: [1, 2, 3], every: 1m }");
    long begin = MINUTE - Histories.START % MINUTE;
    ObjIntConsumer<Double> at =
        (amount, seconds) -> lags.next("c", begin + seconds * 1000L, amount);
    at.accept(1.0, 0);
    at.accept(3.0, 30);
    at.accept(7.0, 130);
    Event last = lags.next("c", begin + 190_000, 9);

    assertThat(made(last, "amount 1m earlier by card")).isEqualTo(7);
    assertThat(made(last, "amount 2m earlier by card")).isNaN();
    assertThat(made(last, "amount 3m earlier by card")).isEqualTo(2);
  }
}
