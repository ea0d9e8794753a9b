package io.residua.benchmarks.peers;

import com.amazon.randomcutforest.RandomCutForest;
import hex.genmodel.easy.RowData;
import hex.genmodel.easy.exception.PredictException;
import io.residua.benchmarks.ThirtyFeatures;
import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.event.Event;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Scores of the same records of thirty numbers on one thread, one record at a time: our whole call,
 * which standardises, runs a 30-16-8-16-30 network and gives a verdict, and what others would use.
 * Each has its records in the form it likes best, made beforehand, and a process of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoringPeersBenchmark {
  private static final int RECORDS = 1024;
  private static final int TREES = 50;
  private static final int SAMPLE = 256;
  private static final int FOREST_ROWS = 5000;

  private double[][] records;
  private int next;

  public static void main(String[] arguments) throws Exception {
    ScoringPeersTable.print(ScoringPeersBenchmark.class, arguments);
  }

  @Setup
  public void prepare() {
    Random random = new Random(ThirtyFeatures.SEED + 1);
    records = new double[RECORDS][];
    Arrays.setAll(records, any -> ThirtyFeatures.values(random));
  }

  /** Ours. */
  @State(Scope.Thread)
  public static class Residua {
    private Scorer scorer;
    private Event[] events;

    @Setup
    public void prepare(ScoringPeersBenchmark of) {
      Detector detector = ThirtyFeatures.detector("readings", "json", "{}");
      scorer = detector.newScorer();
      events = new Event[RECORDS];
      for (int i = 0; i < RECORDS; i++) {
        events[i] = new Event(detector.layout());
        ThirtyFeatures.fill(events[i], of.records[i]);
      }
    }
  }

  /** Amazon's Random Cut Forest, as it is after 5,000 records. */
  @State(Scope.Thread)
  public static class Forest {
    private RandomCutForest forest;
    private float[][] records;

    @Setup
    public void prepare(ScoringPeersBenchmark of) {
      records = floats(of.records);
      forest =
          RandomCutForest.builder()
              .dimensions(ThirtyFeatures.FIELDS)
              .numberOfTrees(TREES)
              .sampleSize(SAMPLE)
              .randomSeed(ThirtyFeatures.SEED)
              .parallelExecutionEnabled(false)
              .build();
      Random random = new Random(ThirtyFeatures.SEED);
      for (int i = 0; i < FOREST_ROWS; i++) {
        forest.update(floats(ThirtyFeatures.values(random)));
      }
    }
  }

  /** Nearest neighbours by brute force. */
  @State(Scope.Thread)
  public static class Neighbours {
    private NearestRows rows;
    private float[][] records;

    @Setup
    public void prepare(ScoringPeersBenchmark of) {
      rows = new NearestRows();
      records = floats(of.records);
    }
  }

  /** H2O's scorer; an autoencoder of the same widths, trained by H2O. */
  @State(Scope.Thread)
  public static class Mojo {
    private MojoScorer scorer;
    private RowData[] rows;

    @Setup
    public void prepare(ScoringPeersBenchmark of) throws IOException, InterruptedException {
      scorer = MojoScorer.train();
      rows = Arrays.stream(of.records).map(MojoScorer::row).toArray(RowData[]::new);
    }
  }

  @Benchmark
  public double residua(Residua ours) {
    ours.scorer.score(ours.events[next()]);
    return ours.scorer.verdict().score();
  }

  /** Only asked; a job that has it learn each record too pays more. */
  @Benchmark
  public double randomCutForest(Forest peer) {
    return peer.forest.getAnomalyScore(peer.records[next()]);
  }

  @Benchmark
  public double nearestNeighbours(Neighbours peer) {
    return peer.rows.score(peer.records[next()]);
  }

  @Benchmark
  public double mojoArray(Mojo peer) {
    return peer.scorer.score(records[next()]);
  }

  @Benchmark
  public double mojoMap(Mojo peer) throws PredictException {
    return peer.scorer.score(peer.rows[next()]);
  }

  private int next() {
    next = (next + 1) % RECORDS;
    return next;
  }

  private static float[][] floats(double[][] records) {
    return Arrays.stream(records).map(ScoringPeersBenchmark::floats).toArray(float[][]::new);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
