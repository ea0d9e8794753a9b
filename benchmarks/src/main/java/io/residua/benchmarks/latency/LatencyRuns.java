package io.residua.benchmarks.latency;

import io.residua.benchmarks.engine.Engine;
import io.residua.benchmarks.engine.RunningJob;
import io.residua.benchmarks.pipeline.RecordFeed;
import io.residua.detector.Detector;
import io.residua.stream.JobException;
import io.residua.stream.OutputTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;

/**
 * Runs of the two pipelines, each with topics and a group of its own on a broker that has no other
 * topics: nothing is left of one run for the next to read.
 */
final class LatencyRuns implements AutoCloseable {
  private static final String COPY = "copied";
  private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(1);
  private static final double MICROS_PER_MILLI = 1e3;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Engine engine;
  private final String bootstrap;
  private final Detector detector;
  private final int partitions;
  private final Admin admin;
  private int runs;

  LatencyRuns(Engine engine, String bootstrap, Detector detector, int partitions) {
    this.engine = engine;
    this.bootstrap = bootstrap;
    this.detector = detector;
    this.partitions = partitions;
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  RunLatencies passThrough(Schedule schedule)
      throws JobException, ExecutionException, InterruptedException {
    RecordFeed.create(bootstrap, COPY, partitions);
    return run(schedule, COPY, group -> engine.passThrough(detector, group, List.of(COPY)));
  }

  /** The job, whose scores are waited for. */
  RunLatencies scoring(Schedule schedule)
      throws JobException, ExecutionException, InterruptedException {
    String scores = OutputTopic.SCORES.of(detector.name());
    return run(schedule, scores, group -> engine.scoring(detector, group));
  }

  private RunLatencies run(Schedule schedule, String output, Start start)
      throws JobException, ExecutionException, InterruptedException {
    String input = detector.definition().input().topic();
    RecordFeed.create(bootstrap, input, partitions);
    // What runs before have left in the heap would lengthen each pause of this one.
    System.gc();
    try (RunningJob job = start.start("latency-" + ++runs)) {
      job.awaitRunning();
      return measure(schedule, input, output);
    } finally {
      deleteTopics();
    }
  }

  private RunLatencies measure(Schedule schedule, String input, String output)
      throws InterruptedException {
    try (OpenLoopSender sender = new OpenLoopSender(bootstrap, input)) {
      DueClock clock = DueClock.startNow();
      try (OutputReader reader = new OutputReader(bootstrap, output, partitions, schedule, clock)) {
        Histogram late = sender.send(schedule, clock);
        long read = reader.await(schedule.records(), GIVE_UP_AFTER);
        double seconds = clock.now() / NANOS_PER_SECOND;
        return new RunLatencies(
            reader.latencies(),
            late.getValueAtPercentile(99) / MICROS_PER_MILLI,
            schedule.records() - read,
            read / seconds);
      }
    }
  }

  private void deleteTopics() throws ExecutionException, InterruptedException {
    RecordFeed.delete(admin, admin.listTopics().names().get());
  }

  @Override
  public void close() {
    admin.close();
  }

  /** Starts a job of a group. */
  private interface Start {
    RunningJob start(String group) throws JobException, InterruptedException;
  }
}
