package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.residua.detector.Detector;
import io.residua.detector.bundle.BundleWriter;
import io.residua.detector.fixture.KeyedFixtures;
import io.residua.stream.HttpSettings;
import io.residua.stream.JobException;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.StateSettings;
import io.residua.stream.kafka.StreamsJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A detector with keyed features and topics of its own on some broker. */
final class KeyedJob {
  private final String bootstrap;
  private final String name;
  private final Detector detector;

  KeyedJob(String bootstrap, String name, String definition) {
    this.bootstrap = bootstrap;
    this.name = name;
    this.detector =
        new Detector(
            KeyedFixtures.model(
                definition
                    .replace("detector: keyed", "detector: " + name)
                    .replace("topic: payments", "topic: " + name + "-input")));
  }

  String input() {
    return name + "-input";
  }

  void createInput(int partitions) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      NewTopic topic = new NewTopic(input(), Optional.of(partitions), Optional.empty());
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  /** In this process, with its states in a directory. */
  StreamsJob start(Path directory) throws JobException, InterruptedException {
    return start(StateSettings.defaults().withDirectory(directory));
  }

  /** In this process. */
  StreamsJob start(StateSettings states) throws JobException, InterruptedException {
    return StreamsJob.start(
        detector,
        JobSettings.defaults()
            .withBootstrapServers(bootstrap)
            .withHttp(new HttpSettings("127.0.0.1", 0))
            .withState(states));
  }

  /** As a process of its own, with its states in {@code FOLDER/states}. */
  ResiduaProcess run(Path folder) throws IOException {
    return run(folder, 0);
  }

  /** The same with copies of its states in other instances. */
  ResiduaProcess run(Path folder, int standbyReplicas) throws IOException {
    Path bundle =
        Files.write(folder.resolve(name + "-1.residua"), BundleWriter.write(detector.model()));
    Path config =
        Files.writeString(
            folder.resolve("job.yaml"),
            "state: { directory: \"%s\", standby-replicas: %d }\n"
                .formatted(folder.resolve("states"), standbyReplicas));
    return ResiduaProcess.start(
        folder.resolve("output.txt"),
        "run",
        "--verbose",
        "--bootstrap",
        bootstrap,
        "--model",
        bundle.toString(),
        "--config",
        config.toString(),
        "--http-port",
        "0");
  }

  List<ConsumerRecord<byte[], byte[]>> read(String output) {
    return CommittedReader.read(bootstrap, name + "." + output);
  }

  /** How many changes of keys' states the job has written. */
  long changes(int partitions) throws Exception {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      String topic = "residua-" + name + "-history-card-changelog";
      ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      return admin.listOffsets(ends).all().get().values().stream()
          .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
          .sum();
    }
  }

  boolean writes() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      return admin.listTopics().names().get().contains(name + ".scores");
    }
  }

  /** Waits until all is scored; then each record must have one score, exactly the expected one. */
  void verify(KeyedStream stream, Duration timeout) throws IOException {
    await()
        .atMost(timeout)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> read("scores").size() >= stream.size());
    BinaryMessageDecoder<GenericRecord> decoder = PublicSchemas.singleObjectDecoder("ScoredRecord");
    List<Position> positions = new ArrayList<>();
    Map<Position, Double> scores = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : read("scores")) {
      GenericRecord score = decoder.decode(record.value());
      positions.add(Position.of(score));
      scores.put(Position.of(score), (Double) score.get("score"));
    }
    assertThat(positions).doesNotHaveDuplicates();
    assertThat(scores).isEqualTo(stream.expected(detector));
  }
}
