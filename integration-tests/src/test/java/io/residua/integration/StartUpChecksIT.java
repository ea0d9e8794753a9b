package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.broker.EmbeddedBroker;
import io.residua.stream.HttpSettings;
import io.residua.stream.JobException;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.KafkaProperties;
import io.residua.stream.kafka.StreamsJob;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
class StartUpChecksIT {
  @Test
  void saysThatTheInputTopicDoesNotExist(EmbeddedBroker broker) {
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), "absent");

    assertThatThrownBy(payments::start)
        .isInstanceOf(JobException.class)
        .hasMessage("the input topic absent-input does not exist on %s", broker.bootstrapServers());
  }

  @Test
  void saysThatNoBrokerAnswers() throws Exception {
    PaymentJob payments = new PaymentJob("localhost:" + freePort(), "nobroker");
    Instant start = Instant.now();

    assertThatThrownBy(payments::start)
        .isInstanceOf(JobException.class)
        .hasMessage("no Kafka broker answers at %s within 8 seconds", payments.bootstrap());
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(12));
  }

  @Test
  void saysThatTheBrokersNameIsNotKnown() {
    PaymentJob payments = new PaymentJob("no-such-host.invalid:9092", "noname");

    assertThatThrownBy(payments::start)
        .isInstanceOf(JobException.class)
        .hasMessageContaining("no-such-host.invalid:9092");
  }

  @Test
  void saysThatThePortIsTakenAndLeavesNothingRunning(EmbeddedBroker broker) throws Exception {
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), "porttaken");
    payments.createInput(1);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      JobSettings settings =
          payments.settings().withHttp(new HttpSettings("127.0.0.1", taken.getLocalPort()));

      assertThatThrownBy(() -> StreamsJob.start(payments.detector(), settings))
          .isInstanceOf(JobException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + taken.getLocalPort());
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().contains("residua-porttaken"));
  }

  @Test
  void createsOutputTopicsLikeTheInput(EmbeddedBroker broker) throws Exception {
    PaymentJob payments =
        new PaymentJob(broker.bootstrapServers(), "created").withOutputs("{ embeddings: none }");
    payments.createInput(5);

    payments.start().close();

    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      Set<String> outputs = Set.of("created.scores", "created.alerts", "created.rejects");
      assertThat(admin.describeTopics(outputs).allTopicNames().get().values())
          .extracting(TopicDescription::partitions)
          .allSatisfy(partitions -> assertThat(partitions).hasSize(5));
      assertThat(admin.listTopics().names().get()).doesNotContain("created.embeddings");
    }
  }

  @Test
  void namesMissingOutputTopicsWhereItMayNotCreateThem(EmbeddedBroker broker) throws Exception {
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), "notcreated");
    payments.createInput(1);

    assertThatThrownBy(() -> StreamsJob.start(payments.detector(), noCreation(payments.settings())))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith(
            "the output topics notcreated.alerts, notcreated.embeddings, notcreated.rejects,"
                + " notcreated.scores do not exist");
  }

  @Test
  void saysThatAnOutputTopicIsTooNarrow(EmbeddedBroker broker) throws Exception {
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), "narrow");
    payments.createInput(1);
    payments.createTopics(
        new NewTopic("narrow.rejects", Optional.of(1), Optional.empty())
            .configs(Map.of("max.message.bytes", "100000")));

    assertThatThrownBy(payments::start)
        .isInstanceOf(JobException.class)
        .hasMessage(
            "the output topic narrow.rejects takes records of at most 100000 bytes;"
                + " expected a max.message.bytes of 1048576 or more");
  }

  @Test
  void saysThatASettingOfKafkaIsWrong(EmbeddedBroker broker) throws Exception {
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), "wrongsetting");
    payments.createInput(1);

    assertThatThrownBy(
            () ->
                StreamsJob.start(
                    payments.detector(),
                    with(payments.settings(), Map.of("producer.linger.ms", "soon"))))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("linger.ms");
  }

  @Test
  void saysThatAvroNeedsASchema(EmbeddedBroker broker) throws Exception {
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), "noschema").withAvro();
    payments.createInput(1);

    assertThatThrownBy(payments::start)
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("topic noschema-input is Avro, which needs a schema");
  }

  @Test
  void saysThatTheSchemaRegistryCannotBeReached(EmbeddedBroker broker) throws Exception {
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), "noregistry");
    payments.createInput(1);
    JobSettings settings = payments.settings();
    URI registry = URI.create("http://localhost:" + freePort());
    JobSettings withRegistry =
        new JobSettings(
            settings.bootstrapServers(),
            settings.applicationId(),
            settings.threads(),
            settings.http(),
            Optional.of(registry),
            true,
            settings.limits(),
            settings.state(),
            settings.kafka());

    assertThatThrownBy(() -> StreamsJob.start(payments.detector(), withRegistry))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("schema registry " + registry + " cannot be reached");
  }

  private static JobSettings noCreation(JobSettings settings) {
    return new JobSettings(
        settings.bootstrapServers(),
        settings.applicationId(),
        settings.threads(),
        settings.http(),
        settings.schemaRegistry(),
        false,
        settings.limits(),
        settings.state(),
        settings.kafka());
  }

  private static JobSettings with(JobSettings settings, Map<String, String> kafka) {
    return new JobSettings(
        settings.bootstrapServers(),
        settings.applicationId(),
        settings.threads(),
        settings.http(),
        settings.schemaRegistry(),
        settings.createTopics(),
        settings.limits(),
        settings.state(),
        new KafkaProperties(kafka));
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
