package io.residua.cli.command;

import io.residua.cli.Closing;
import io.residua.cli.option.Output;
import io.residua.detector.Detector;
import io.residua.stream.JobException;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.StreamsJob;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Kafka Streams job as a process: started, ready, ended. */
final class JobService {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Detector detector;
  private final JobSettings settings;
  private final Output output;

  JobService(Detector detector, JobSettings settings, Output output) {
    this.detector = detector;
    this.settings = settings;
    this.output = output;
  }

  /** Returns when the job was asked to end. */
  void run() throws JobException, InterruptedException {
    StreamsJob job = StreamsJob.start(detector, settings);
    Closing.atEndOf(job, "job");
    while (!job.awaitRunning(PATIENCE)) {
      output.note(
          "waiting to be given partitions of %s by %s"
              .formatted(detector.definition().input().topic(), settings.bootstrapServers()));
    }
    announce(job);
    job.awaitEnd();
  }

  private void announce(StreamsJob job) {
    double seconds = secondsSinceStart();
    String model = detector.name() + ":" + detector.version();
    String topic = detector.definition().input().topic();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("ready_seconds", seconds);
    fields.put("model", model);
    fields.put("topic", topic);
    fields.put("bootstrap", settings.bootstrapServers());
    fields.put("http", job.httpAddress().toString());
    output.result(
        fields,
        "ready in %.1f s: %s scores topic %s at %s; metrics and health at %s"
            .formatted(seconds, model, topic, settings.bootstrapServers(), job.httpAddress()));
  }

  private static double secondsSinceStart() {
    Instant start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    return Duration.between(start, Instant.now()).toMillis() / 1000.0;
  }
}
