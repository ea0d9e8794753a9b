package io.residua.integration;

import io.residua.detector.Detector;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.fixture.Fixtures;
import io.residua.stream.HttpSettings;
import io.residua.stream.JobException;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.StreamsJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A detector of payments with topics of its own on some broker: its input is {@code NAME-input}.
 *
 * @param bootstrap of the broker
 * @param name of the detector
 * @param definition in YAML
 * @param large whether its network is run for many records at once
 */
record PaymentJob(String bootstrap, String name, String definition, boolean large) {
  PaymentJob(String bootstrap, String name) {
    this(
        bootstrap,
        name,
        Fixtures.DEFINITION
            .replace("detector: small", "detector: " + name)
            .replace("topic: payments", "topic: " + name + "-input"),
        false);
  }

  /** The same with a network that is run for many records at once, or not. */
  PaymentJob withNetwork(boolean isLarge) {
    return new PaymentJob(bootstrap, name, definition, isLarge);
  }

  /** The same with other outputs, as the definition writes them. */
  PaymentJob withOutputs(String outputs) {
    return new PaymentJob(bootstrap, name, definition + "outputs: " + outputs + "\n", large);
  }

  /** The same with Avro of a registry's schemas as input. */
  PaymentJob withAvro() {
    return new PaymentJob(
        bootstrap, name, definition.replace("format: json", "format: avro"), large);
  }

  String input() {
    return name + "-input";
  }

  Detector detector() {
    DetectorDefinition parsed = Fixtures.definition(definition());
    return new Detector(large ? Fixtures.largeModel(parsed, 1) : Fixtures.smallModel(parsed, 1));
  }

  JobSettings settings() {
    return JobSettings.defaults()
        .withBootstrapServers(bootstrap)
        .withHttp(new HttpSettings("127.0.0.1", 0));
  }

  StreamsJob start() throws JobException, InterruptedException {
    return StreamsJob.start(detector(), settings());
  }

  void createInput(int partitions) throws ExecutionException, InterruptedException {
    createTopics(new NewTopic(input(), Optional.of(partitions), Optional.empty()));
  }

  void createTopics(NewTopic... topics) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin.createTopics(List.of(topics)).all().get();
    }
  }

  boolean exists(String output) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      return admin.listTopics().names().get().contains(name + "." + output);
    }
  }

  List<ConsumerRecord<byte[], byte[]>> read(String output) {
    return CommittedReader.read(bootstrap, name + "." + output);
  }

  /**
   * Source positions of the committed records of an output, in order, repeated where written twice.
   */
  List<Position> positions(String output, String schema) throws IOException {
    BinaryMessageDecoder<GenericRecord> decoder = PublicSchemas.singleObjectDecoder(schema);
    List<Position> positions = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : read(output)) {
      positions.add(Position.of(decoder.decode(record.value())));
    }
    positions.sort(null);
    return positions;
  }
}
