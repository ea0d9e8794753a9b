package io.residua.detector.history;

import static io.residua.detector.history.Histories.START;
import static io.residua.detector.history.Histories.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WindowTrackerTest {
  private static final long BUCKET = 3_600_000 / WindowTracker.BUCKETS;
  private static final DetectorDefinition HOUR =
      Histories.definition(
          "- { aggregate: amount, over: 1h, stats: [count, sum, mean, std, min, max, rate] }");
  private static final EventLayout LAYOUT = EventLayouts.of(HOUR);

  /** An event some time after the one before. */
  private record Step(long after, double amount) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Long> waits =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 5_000),
            Arbitraries.longs().between(0, 2 * BUCKET),
            Arbitraries.longs().between(0, 9_000_000));
    Arbitrary<Double> amounts =
        Arbitraries.oneOf(Arbitraries.doubles().between(-1e6, 1e6), Arbitraries.just(Double.NaN));
    return Combinators.combine(waits, amounts).as(Step::new).list().ofMaxSize(60);
  }

  @Property(tries = 300)
  void agreesWithTheEventsOfTheBucketsThatItHolds(@ForAll("steps") List<Step> steps) {
    HistoryMemory memory = new HistoryMemory(Histories.history(HOUR));
    List<double[]> past = new ArrayList<>();
    long time = 0;
    for (Step step : steps) {
      time += step.after();
      Event event = Histories.event(LAYOUT, "c", time, step.amount());
      memory.apply(event);
      check(event, past);
      if (!Double.isNaN(step.amount())) {
        past.add(new double[] {event.time(), step.amount()});
      }
    }
  }

  private static void check(Event event, List<double[]> past) {
    long oldest = Math.floorDiv(event.time(), BUCKET) - WindowTracker.BUCKETS + 1;
    DoubleSummaryStatistics expected = new DoubleSummaryStatistics();
    past.stream()
        .filter(each -> Math.floorDiv((long) each[0], BUCKET) >= oldest)
        .forEach(each -> expected.accept(each[1]));
    assertThat(of(event, "count")).isEqualTo(expected.getCount());
    assertThat(of(event, "sum")).isCloseTo(expected.getSum(), within(1e-4));
    if (expected.getCount() == 0) {
      assertThat(of(event, "mean")).isNaN();
      assertThat(of(event, "min")).isNaN();
      return;
    }
    double mean = expected.getAverage();
    double variance =
        past.stream()
            .filter(each -> Math.floorDiv((long) each[0], BUCKET) >= oldest)
            .mapToDouble(each -> (each[1] - mean) * (each[1] - mean))
            .average()
            .orElseThrow();
    assertThat(of(event, "mean")).isCloseTo(mean, within(1e-4));
    assertThat(of(event, "std")).isCloseTo(Math.sqrt(variance), within(1e-2));
    assertThat(of(event, "min")).isEqualTo(expected.getMin());
    assertThat(of(event, "max")).isEqualTo(expected.getMax());
  }

  @Test
  void doesNotLetARecordExplainItself() {
    HistoryMemory memory = new HistoryMemory(Histories.history(HOUR));
    Event first = Histories.event(LAYOUT, "c", 0, 7);
    Event second = Histories.event(LAYOUT, "c", 1_000, 9);

    memory.apply(first);
    memory.apply(second);

    assertThat(of(first, "count")).isZero();
    assertThat(of(second, "max")).isEqualTo(7);
  }

  @Test
  void countsAnHourByTheKeysAgeWhileItIsYoung() {
    HistoryMemory memory = new HistoryMemory(Histories.history(HOUR));
    Event last = null;
    for (int minute = 0; minute <= 30; minute++) {
      last = Histories.event(LAYOUT, "c", minute * 60_000L, 1);
      memory.apply(last);
    }

    assertThat(of(last, "rate")).isCloseTo(60, within(1.0));
  }

  @Test
  void staysFiniteWhateverTheNumbers() {
    HistoryMemory memory = new HistoryMemory(Histories.history(HOUR));
    Event last = null;
    for (double amount : new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, 1e300, 0}) {
      last = Histories.event(LAYOUT, "c", 0, amount);
      memory.apply(last);
    }

    assertThat(of(last, "sum")).isFinite();
    assertThat(of(last, "std")).isFinite();
  }

  @Test
  void worksBefore1970() {
    HistoryMemory memory = new HistoryMemory(Histories.history(HOUR));
    Event first = Histories.event(LAYOUT, "c", -START - 100_000, 3);
    Event second = Histories.event(LAYOUT, "c", -START - 50_000, 4);
    memory.apply(first);
    memory.apply(second);

    assertThat(of(second, "sum")).isEqualTo(3);
  }

  private static double of(Event event, String statistic) {
    return made(event, statistic + " of amount over 1h by card");
  }
}
