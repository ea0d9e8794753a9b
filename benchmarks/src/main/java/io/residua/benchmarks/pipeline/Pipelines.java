package io.residua.benchmarks.pipeline;

import io.residua.detector.Detector;
import io.residua.stream.HttpSettings;
import io.residua.stream.JobException;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.StateSettings;
import io.residua.stream.kafka.StreamsJob;
import io.residua.stream.kafka.StreamsProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** The two ways through the broker that are compared, each reading the topic from its beginning. */
final class Pipelines implements AutoCloseable {
  private static final String COPY = "copied";

  private final Admin admin;
  private final JobSettings settings;
  private final Detector detector;
  private final long from;
  private final long records;
  private int runs;
  private double alerted;

  Pipelines(String bootstrap, Detector detector, long records) {
    this(JobSettings.defaults().withBootstrapServers(bootstrap), detector, 1, records);
  }

  /**
   * @param from how many of the records are read before the measurement begins
   */
  Pipelines(JobSettings settings, Detector detector, long from, long records) {
    this.admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()));
    this.settings = settings.withHttp(new HttpSettings(HttpSettings.DEFAULT_HOST, 0));
    this.from = from;
    this.detector = detector;
    this.records = records;
  }

  void prepare(int partitions) throws ExecutionException, InterruptedException {
    if (!admin.listTopics().names().get().contains(COPY)) {
      NewTopic created = new NewTopic(COPY, Optional.of(partitions), Optional.empty());
      admin.createTopics(List.of(created)).all().get();
    }
  }

  /** Bytes in, a copy of them out: the shape of the scoring topology, and the job's settings. */
  Measurement passThrough() throws ExecutionException, InterruptedException {
    String group = detector.name() + "-pass-through-" + ++runs;
    Topology topology =
        new Topology()
            .addSource(
                "source",
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                detector.definition().input().topic())
            .addProcessor("copy", Copying::new, "source")
            .addSink("sink", COPY, new ByteArraySerializer(), new ByteArraySerializer(), "copy");
    try (KafkaStreams streams =
        new KafkaStreams(
            topology, StreamsProperties.of(detector, settings.withApplicationId(group)))) {
      streams.start();
      return Rate.of(admin, group, from, records);
    }
  }

  /** The job as users run it. */
  Measurement scoring() throws JobException, ExecutionException, InterruptedException {
    runs++;
    String group = scoringGroup();
    try (StreamsJob job = StreamsJob.start(detector, settings.withApplicationId(group))) {
      Measurement measured = Rate.of(admin, group, from, records);
      if (job.totals().scored() < records) {
        throw new IllegalStateException("not every record was scored: " + job.totals());
      }
      alerted = (double) job.totals().alerts() / job.totals().scored();
      return measured;
    }
  }

  /** The job once more after {@link #scoring}, with an empty directory. */
  Restore restore(StateSettings empty, int partitions)
      throws JobException, ExecutionException, InterruptedException {
    JobSettings again = settings.withApplicationId(scoringGroup()).withState(empty);
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
