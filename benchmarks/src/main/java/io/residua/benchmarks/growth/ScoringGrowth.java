package io.residua.benchmarks.growth;

import io.residua.benchmarks.NumberDetector;
import io.residua.benchmarks.ThirtyFeatures;
import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.event.Event;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The whole scoring call on one thread, by the widths of the network; a process for each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ScoringGrowth {
  private static final int EVENTS = 1024;
  private static final TimeValue ITERATION = TimeValue.milliseconds(500);
  private static final int WARM_UPS = 6;

  @Param("30-16-8-16-30")
  public String widths;

  private Scorer scorer;
  private Event[] events;
  private int next;

  @Setup
  public void prepare() {
    NumberDetector maker =
        new NumberDetector(Arrays.stream(widths.split("-")).mapToInt(Integer::parseInt).toArray());
    Detector detector = maker.detector("readings", "json", "{}");
    scorer = detector.newScorer();
    Random random = new Random(ThirtyFeatures.SEED);
    events = new Event[EVENTS];
    for (int i = 0; i < EVENTS; i++) {
      events[i] = new Event(detector.layout());
      maker.fill(events[i], maker.values(random));
    }
  }

  @Benchmark
  public int score() {
    scorer.score(events[next]);
    next = (next + 1) % EVENTS;
    return scorer.verdict().severity();
  }

  /**
   * Measures networks of some widths.
   *
   * @param rounds iterations, of which the median counts
   * @return microseconds a record
   */
  static Map<String, Double> micros(List<String> networks, int rounds) throws RunnerException {
    Map<String, Double> micros = new LinkedHashMap<>();
    for (RunResult result :
        new Runner(
                new OptionsBuilder()
                    .include(ScoringGrowth.class.getName())
                    .param("widths", networks.toArray(String[]::new))
                    .warmupIterations(WARM_UPS)
                    .warmupTime(ITERATION)
                    .measurementIterations(rounds)
                    .measurementTime(ITERATION)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run()) {
      micros.put(
          result.getParams().getParam("widths"),
          result.getPrimaryResult().getStatistics().getPercentile(50));
    }
    return micros;
  }
}
