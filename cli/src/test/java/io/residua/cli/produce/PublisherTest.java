package io.residua.cli.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.broker.BrokerSettings;
import io.residua.broker.EmbeddedBroker;
import io.residua.cli.Run;
import io.residua.detector.event.AvroEventDecoder;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import io.residua.detector.event.WriterSchemas;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code produce} against a real broker. */
class PublisherTest {
  private static final String ROWS = "host,cpu,note\na,0.5,x\nb,,\"y, z\"\na,0.75,\n";
  private static EmbeddedBroker broker;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(BrokerSettings.temporary());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void jsonRowsArriveInOrderWithTheirKeys() throws Exception {
    Run run = produce("json-rows", "--key", "host", "--partitions", "1", "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"records\":3").contains("\"topic_created\":true");
    List<ConsumerRecord<byte[], byte[]>> records = read("json-rows", 3);
    assertThat(records).extracting(record -> text(record.key())).containsExactly("a", "b", "a");
    assertThat(records)
        .extracting(record -> text(record.value()))
        .containsExactly(
            "{\"host\":\"a\",\"cpu\":0.5,\"note\":\"x\"}",
            "{\"host\":\"b\",\"cpu\":null,\"note\":\"y, z\"}",
            "{\"host\":\"a\",\"cpu\":0.75,\"note\":null}");
  }

  @Test
  void avroRowsAreReadByTheSchemaThatWasWritten() throws Exception {
    Path schema = folder.resolve("rows.avsc");

    Run run = produce("avro-rows", "--format", "avro", "--schema-out", schema, "--partitions", "1");

    assertThat(run.exitCode()).as(run.err()).isZero();
    EventLayout layout =
        new EventLayout(
            List.of(new EventField("cpu", FieldKind.NUMBER)),
            Optional.of("host"),
            Optional.empty());
    AvroEventDecoder decoder =
        new AvroEventDecoder(
            layout,
            WriterSchemas.none(),
            Optional.of(new Schema.Parser().parse(Files.readString(schema))),
            1000);
    Event event = new Event(layout);
    assertThat(decoder.decode(read("avro-rows", 3).get(2).value(), event)).isNull();
    assertThat(event.key()).isEqualTo("a");
    assertThat(event.number(0)).isEqualTo(0.75);
  }

  @Test
  void aRateIsKept() throws Exception {
    long start = System.nanoTime();

    Run run = produce("slow-rows", "--rate", "10/s");

    assertThat(run.exitCode()).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
  }

  @Test
  void aTopicThatExistsIsKeptAsItIs() throws Exception {
    assertThat(Topics.ensure(broker.bootstrapServers(), "existing", 3)).isTrue();

    assertThat(Topics.ensure(broker.bootstrapServers(), "existing", 5)).isFalse();
  }

  @Test
  void aNameThatNoTopicCanHaveIsOneSentence() {
    assertThatThrownBy(() -> Topics.ensure(broker.bootstrapServers(), "no topic", 1))
        .hasMessageStartingWith("topic no topic cannot be created at " + broker.bootstrapServers());
  }

  @Test
  void aRecordThatIsTooLargeEndsTheProducing() throws Exception {
    Path large = folder.resolve("large.jsonl");
    Files.writeString(large, "{\"text\":\"" + "x".repeat(2_000_000) + "\"}\n");

    Run run =
        Run.of(
            "produce",
            "--data",
            large,
            "--topic",
            "large",
            "--bootstrap",
            broker.bootstrapServers());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("error: topic large did not take a record: ");
    assertThat(run.err().lines()).hasSize(1);
  }

  private Run produce(String topic, Object... more) throws Exception {
    Path data = Files.writeString(folder.resolve("rows.csv"), ROWS);
    List<Object> words =
        new ArrayList<>(
            List.of(
                "produce",
                "--data",
                data,
                "--topic",
                topic,
                "--bootstrap",
                broker.bootstrapServers()));
    words.addAll(List.of(more));
    return Run.of(words.toArray());
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition only = new TopicPartition(topic, 0);
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (records.size() < count && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    assertThat(records).hasSize(count);
    return records;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
