package io.residua.benchmarks.engine;

import io.residua.detector.Detector;
import io.residua.stream.Accounting;
import io.residua.stream.HttpSettings;
import io.residua.stream.JobException;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.StreamsJob;
import io.residua.stream.kafka.StreamsProperties;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** Kafka Streams, with the settings of a job for both. */
public final class KafkaStreamsEngine implements Engine {
  static final Duration GIVE_UP_AFTER = Duration.ofMinutes(5);

  private final JobSettings settings;

  /**
   * @param settings of which the application id is the group's and the HTTP port any free one
   */
  public KafkaStreamsEngine(JobSettings settings) {
    this.settings = settings.withHttp(new HttpSettings(HttpSettings.DEFAULT_HOST, 0));
  }

  @Override
  public String name() {
    return "Kafka Streams";
  }

  /** The shape of the scoring topology: a source, a processor and a sink for each output. */
  @Override
  public RunningJob passThrough(Detector detector, String group, List<String> outputs) {
    Topology topology =
        new Topology()
            .addSource(
                "source",
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                detector.definition().input().topic())
            .addProcessor("copy", () -> new Copying(outputs), "source");
    for (String output : outputs) {
      topology.addSink(
          output, output, new ByteArraySerializer(), new ByteArraySerializer(), "copy");
    }
    return new CopyingJob(
        new KafkaStreams(
            topology, StreamsProperties.of(detector, settings.withApplicationId(group))));
  }

  @Override
  public ScoringJob scoring(Detector detector, String group)
      throws JobException, InterruptedException {
    return new OwnJob(StreamsJob.start(detector, settings.withApplicationId(group)));
  }

  private record OwnJob(StreamsJob job) implements ScoringJob {
    @Override
    public void awaitRunning() throws JobException, InterruptedException {
      if (!job.awaitRunning(GIVE_UP_AFTER)) {
        throw new IllegalStateException("the job does not read within " + GIVE_UP_AFTER);
      }
    }

    @Override
    public Accounting.Totals totals() {
      return job.totals();
    }

    @Override
    public void close() {
      job.close();
    }
  }
}
