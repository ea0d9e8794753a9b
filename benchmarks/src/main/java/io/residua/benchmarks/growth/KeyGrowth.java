package io.residua.benchmarks.growth;

import io.residua.benchmarks.ThirtyFeatures;
import io.residua.benchmarks.TwentyKeyedFeatures;
import io.residua.benchmarks.report.Median;
import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.event.Event;
import io.residua.detector.history.HistoryMemory;
import io.residua.detector.history.HistorySnapshot;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A record with twenty keyed features on one thread, states on the heap as training and batch
 * scoring keep them: read the key's state, score, write the state. Every key has one record first;
 * each of the measured ones has a key drawn at random.
 */
final class KeyGrowth {
  private static final int DIFFERENT = 1024;
  private static final long SPAN = Duration.ofHours(24).toMillis();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String[] keys;
  private final int records;
  private final Event[] events;
  private final Scorer scorer;
  private final HistoryMemory memory;
  private final Random random = new Random(ThirtyFeatures.SEED);
  private final long total;
  private long passed;

  private KeyGrowth(int keys, int records, int rounds) {
    this.keys = new String[keys];
    this.records = records;
    this.total = keys + (long) records * (rounds + 1);
    Detector detector =
        TwentyKeyedFeatures.detector("growth", "{}", keys, Math.toIntExact(total), SPAN);
    double[][] values = new double[DIFFERENT][];
    Arrays.setAll(values, any -> ThirtyFeatures.values(random));
    this.events = TwentyKeyedFeatures.events(detector, values);
    this.scorer = detector.newScorer();
    this.memory = new HistoryMemory(detector.history());
  }

  /**
   * What a number of keys costs.
   *
   * @param recordsPerKey that have passed, by which a state grows
   * @param micros of processor time a record
   * @param stateBytes of a key's saved state, without the key
   * @param heapBytes of a key, its name and its state on the heap
   */
  record Cost(int keys, double recordsPerKey, double micros, double stateBytes, double heapBytes) {}

  /**
   * @param records of each round; there is one more, which warms up
   */
  static Cost measure(int keys, int records, int rounds) {
    return new KeyGrowth(keys, records, rounds).measure(rounds);
  }

  private Cost measure(int rounds) {
    long before = usedHeap();
    for (int i = 0; i < keys.length; i++) {
      keys[i] = "host-" + i;
      pass(keys[i]);
    }
    round();
    List<Double> micros = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      micros.add(round());
    }
    double heap = usedHeap() - before;
    return new Cost(
        keys.length,
        (double) passed / keys.length,
        Median.of(micros),
        stateBytes(),
        heap / keys.length);
  }

  private double round() {
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < records; i++) {
      pass(keys[random.nextInt(keys.length)]);
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / records;
  }

  private void pass(String key) {
    Event event = events[(int) (passed % DIFFERENT)];
    event.setKey(key);
    event.setTime(SPAN * passed / total);
    passed++;
    memory.read(event);
    if (scorer.score(event) != null) {
      throw new IllegalStateException("a record was not scored");
    }
    memory.add(event);
  }

  /** The mean of those that a snapshot has room for: the keys seen last. */
  private double stateBytes() {
    HistorySnapshot snapshot = memory.snapshot();
    double perKey = 0;
    for (int stage = 0; stage < snapshot.stages(); stage++) {
      int at = stage;
      perKey +=
          Arrays.stream(keys)
              .flatMap(key -> snapshot.state(at, key).stream())
              .mapToInt(state -> state.length)
              .average()
              .orElseThrow();
    }
    return perKey;
  }

  private static long usedHeap() {
    // Once is not always enough: what the first one finds to be garbage may hold more.
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
