package io.residua.benchmarks.peers;

import io.residua.detector.definition.Family;
import io.residua.trainer.train.TrainingException;
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

/** Rows of training a second of each family of ours, 30-64-16-64-30, batches of 256, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FamilyTrainingBenchmark {
  private static final int BATCH = 256;

  /** The command asks for every family that there is. */
  @Param("undercomplete")
  public String family;

  private final TrainingRows rows = new TrainingRows();
  private Family chosen;

  /** Rows. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Counted {
    public long records;
  }

  @Setup
  public void prepare() {
    for (Family each : Family.values()) {
      chosen = each.id().equals(family) ? each : chosen;
    }
    if (chosen == null) {
      throw new IllegalArgumentException("expected a family, found " + family);
    }
  }

  @Benchmark
  public double train(Counted counted) throws TrainingException {
    double loss = rows.fit(chosen, BATCH);
    counted.records += (long) TrainingRows.STEPS * BATCH;
    return loss;
  }
}
