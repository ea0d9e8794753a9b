package io.residua.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
  @TempDir Path directory;

  @Test
  void keepsTopicsAndRecordsOverARestart() throws Exception {
    BrokerSettings settings = BrokerSettings.temporary().withDataDirectory(directory);
    try (EmbeddedBroker broker = EmbeddedBroker.start(settings)) {
      createTopic(broker, "kept");
      produceInTransaction(broker, "kept", "a record");
    }

    try (EmbeddedBroker broker = EmbeddedBroker.start(settings)) {
      assertThat(topics(broker)).contains("kept");
      assertThat(read(broker, "kept")).containsExactly("a record");
    }
  }

  @Test
  void freesItsPortsAndDeletesTemporaryStorageOnClose() throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.temporary());
    int port = port(broker);
    assertThat(broker.dataDirectory()).isDirectory();

    broker.close();
    broker.close();

    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName("localhost"))) {
      assertThat(free.isBound()).isTrue();
    }
    assertThat(broker.dataDirectory()).doesNotExist();
    broker.awaitEnd();
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      BrokerSettings settings = BrokerSettings.temporary().withPort(taken.getLocalPort());

      assertThatThrownBy(() -> EmbeddedBroker.start(settings))
          .isInstanceOf(BrokerException.class)
          .hasMessage(
              "cannot listen on localhost:%d: Address already in use", taken.getLocalPort());
    }
  }

  @Test
  void refusesAHostThatIsNotKnown() {
    BrokerSettings settings = BrokerSettings.temporary().withHost("no-such-host.invalid");

    assertThatThrownBy(() -> EmbeddedBroker.start(settings))
        .isInstanceOf(BrokerException.class)
        .hasMessage("cannot listen on no-such-host.invalid: the host is not known");
  }

  @Test
  void refusesADirectoryOfAnotherCluster() throws Exception {
    Files.writeString(
        directory.resolve("meta.properties"), "version=1\nnode.id=1\ncluster.id=theirs\n");

    assertRefused("belongs to another Kafka cluster (theirs)");
    assertThat(directory.resolve("meta.properties")).content().contains("theirs");
  }

  @Test
  void refusesADirectoryWithOtherFiles() throws Exception {
    Files.writeString(directory.resolve("thesis.txt"), "do not touch");

    assertRefused("holds other files");
  }

  @Test
  void refusesADirectoryThatAnotherBrokerUses() throws Exception {
    BrokerSettings settings = BrokerSettings.temporary().withDataDirectory(directory);
    try (EmbeddedBroker first = EmbeddedBroker.start(settings)) {
      assertRefused("another broker uses the data directory " + directory);
      assertThat(topics(first)).isEmpty();
    }
  }

  @Test
  void refusesADataDirectoryThatIsAFile() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(
            () -> EmbeddedBroker.start(BrokerSettings.temporary().withDataDirectory(file)))
        .isInstanceOf(BrokerException.class)
        .hasMessageStartingWith("cannot create the data directory " + file);
  }

  private void assertRefused(String message) {
    BrokerSettings settings = BrokerSettings.temporary().withDataDirectory(directory);
    assertThatThrownBy(() -> EmbeddedBroker.start(settings))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(directory.toString());
  }

  private static void createTopic(EmbeddedBroker broker, String topic) throws Exception {
    try (Admin admin = admin(broker)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  private static Set<String> topics(EmbeddedBroker broker) throws Exception {
    try (Admin admin = admin(broker)) {
      return admin.listTopics().names().get();
    }
  }

  private static void produceInTransaction(EmbeddedBroker broker, String topic, String value) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, value));
      producer.commitTransaction();
    }
  }

  private static List<String> read(EmbeddedBroker broker, String topic) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker.bootstrapServers(),
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      List<ConsumerRecord<String, String>> records =
          consumer.poll(Duration.ofSeconds(20)).records(new TopicPartition(topic, 0));
      return records.stream().map(ConsumerRecord::value).toList();
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private static int port(EmbeddedBroker broker) {
    String address = broker.bootstrapServers();
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }
}
