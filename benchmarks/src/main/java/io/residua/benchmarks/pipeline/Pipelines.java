package io.residua.benchmarks.pipeline;

import io.residua.benchmarks.engine.Engine;
import io.residua.benchmarks.engine.RunningJob;
import io.residua.benchmarks.engine.ScoringJob;
import io.residua.detector.Detector;
import io.residua.stream.HttpSettings;
import io.residua.stream.JobException;
import io.residua.stream.kafka.JobSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The two ways through the broker that are compared, each reading the topic from its beginning. */
public final class Pipelines implements AutoCloseable {
  private static final String COPIED = "copied";

  private final Engine engine;
  private final Admin admin;
  private final Detector detector;
  private final List<String> copies;
  private final long from;
  private final long records;
  private int runs;
  private double alerted;

  /**
   * @param copies topics that each record is copied to, at least 1
   * @param from how many of the records are read before the measurement begins, at least 1
   * @param records on the detector's input topic
   */
  public Pipelines(
      Engine engine, String bootstrap, Detector detector, int copies, long from, long records) {
    this.engine = engine;
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    this.detector = detector;
    this.copies = IntStream.rangeClosed(1, copies).mapToObj(i -> COPIED + "-" + i).toList();
    this.from = from;
    this.records = records;
  }

  /** Creates the topics of copies. */
  public void prepare(int partitions) throws ExecutionException, InterruptedException {
    Set<String> there = admin.listTopics().names().get();
    List<NewTopic> missing =
        copies.stream()
            .filter(topic -> !there.contains(topic))
            .map(topic -> new NewTopic(topic, Optional.of(partitions), Optional.empty()))
            .toList();
    admin.createTopics(missing).all().get();
  }

  /** Bytes in, copies of them out. */
  public Measurement passThrough() throws JobException, ExecutionException, InterruptedException {
    String group = detector.name() + "-pass-through-" + ++runs;
    RunningJob job = engine.passThrough(detector, group, copies);
    try {
      return Rate.of(admin, group, from, records);
    } finally {
      job.close();
    }
  }

  /** The job as users run it. */
  public Measurement scoring() throws JobException, ExecutionException, InterruptedException {
    runs++;
    String group = scoringGroup();
    try (ScoringJob job = engine.scoring(detector, group)) {
      Measurement measured = Rate.of(admin, group, from, records);
      if (job.totals().scored() < records) {
        throw new IllegalStateException("not every record was scored: " + job.totals());
      }
      alerted = (double) job.totals().alerts() / job.totals().scored();
      return measured;
    }
  }

  /**
   * The job once more after {@link #scoring}, on Kafka Streams with an empty directory.
   *
   * @param empty the job's settings, but the directory
   */
  Restore restore(JobSettings empty, int partitions)
      throws JobException, ExecutionException, InterruptedException {
    JobSettings again =
        empty
            .withHttp(new HttpSettings(HttpSettings.DEFAULT_HOST, 0))
            .withApplicationId(scoringGroup());
    return Restore.measure(admin, detector, again, partitions);
  }

  /** The share of records that alerted in the last run of the job. */
  double alerted() {
    return alerted;
  }

  private String scoringGroup() {
    return detector.name() + "-scoring-" + runs;
  }

  @Override
  public void close() {
    admin.close();
  }
}
