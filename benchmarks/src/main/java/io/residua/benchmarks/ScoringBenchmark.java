package io.residua.benchmarks;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.alert.Reason;
import io.residua.detector.event.Event;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import java.util.Collection;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Records a second on one thread, thirty fields through 30-16-8-16-30: the whole scoring call (an
 * event in, a verdict out), the same with an explanation of each record, and the network alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoringBenchmark {
  private static final int EVENTS = 1024;
  private static final int LINES = 5;

  @Param({"1", "64"})
  public int batch;

  private Scorer scorer;
  private Event[] events;
  private int next;
  private NetworkRunner runner;
  private float[] input;
  private float[] latent;
  private float[] reconstruction;

  /** Records, so that batches of different sizes compare. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Counted {
    public long records;
  }

  public static void main(String[] arguments) throws Exception {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(arguments))
                    .include(ScoringBenchmark.class.getName())
                    .build())
            .run();
    for (RunResult result : results) {
      System.out.printf(
          Locale.ROOT,
          "%-16s batch %2s: %,12.0f records/s%n",
          result.getPrimaryResult().getLabel(),
          result.getParams().getParam("batch"),
          result.getSecondaryResults().get("records").getScore());
    }
  }

  /** Makes the records. */
  @Setup
  public void prepare() {
    Detector detector = ThirtyFeatures.detector("readings", "json", "{}");
    Network network = detector.model().global().network();
    Random random = new Random(ThirtyFeatures.SEED);
    scorer = detector.newScorer();
    events = new Event[EVENTS];
    for (int i = 0; i < EVENTS; i++) {
      events[i] = new Event(detector.layout());
      ThirtyFeatures.fill(events[i], ThirtyFeatures.values(random));
    }
    runner = new NetworkRunner(network);
    input = standardNormal(random, batch * ThirtyFeatures.FIELDS);
    latent = new float[batch * network.latentWidth()];
    reconstruction = new float[batch * ThirtyFeatures.FIELDS];
  }

  @Benchmark
  public int scorer(Counted counted) {
    int severities = 0;
    for (int i = 0; i < batch; i++) {
      scorer.score(events[next]);
      severities += scorer.verdict().severity();
      next = (next + 1) % EVENTS;
    }
    counted.records += batch;
    return severities;
  }

  /** As if every record were an alert: its score, its explanation and its sentence. */
  @Benchmark
  public int explained(Counted counted) {
    int length = 0;
    for (int i = 0; i < batch; i++) {
      scorer.score(events[next]);
      length += Reason.of(scorer.explain(LINES)).length();
      next = (next + 1) % EVENTS;
    }
    counted.records += batch;
    return length;
  }

  @Benchmark
  public float[] network(Counted counted) {
    runner.run(input, batch, latent, reconstruction);
    counted.records += batch;
    return reconstruction;
  }

  private static float[] standardNormal(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
