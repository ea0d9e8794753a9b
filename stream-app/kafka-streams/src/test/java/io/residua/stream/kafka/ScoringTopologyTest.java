package io.residua.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.fixture.Fixtures;
import io.residua.schema.Alert;
import io.residua.schema.LatentEmbedding;
import io.residua.schema.Reject;
import io.residua.schema.ScoredRecord;
import io.residua.schema.wire.RecordDecoder;
import io.residua.stream.Accounting;
import io.residua.stream.OutputTopic;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class ScoringTopologyTest {
  @Test
  void writesEachOutcomeToItsTopic() throws Exception {
    try (PaymentsDriver driver = new PaymentsDriver("")) {
      driver.send(PaymentsDriver.NORMAL);
      driver.send(PaymentsDriver.STRANGE);
      driver.send("not json");
      driver.send(new TestRecord<>(PaymentsDriver.utf8("tombstone"), null));

      List<ScoredRecord> scores = decoded(driver, OutputTopic.SCORES, ScoredRecord.class);
      assertThat(scores).extracting(it -> it.getSource().getOffset()).containsExactly(0L, 1L);
      assertThat(scores).extracting(ScoredRecord::getAnomaly).containsExactly(false, true);
      assertThat(decoded(driver, OutputTopic.EMBEDDINGS, LatentEmbedding.class)).hasSize(2);
      assertThat(decoded(driver, OutputTopic.ALERTS, Alert.class))
          .singleElement()
          .satisfies(alert -> assertThat(alert.getId()).isEqualTo("small/payments/0/1"));
      assertThat(decoded(driver, OutputTopic.REJECTS, Reject.class))
          .singleElement()
          .satisfies(reject -> assertThat(reject.getReason()).isEqualTo("MALFORMED"));
      assertThat(driver.totals()).isEqualTo(new Accounting.Totals(4, 2, 1, 1, 1));
    }
  }

  @Test
  void writesBeforeTheCommitWhatWaitsForARunOfALargeNetwork() throws Exception {
    ModelBundle large = Fixtures.largeModel(Fixtures.definition(Fixtures.DEFINITION), 1);
    try (PaymentsDriver driver = new PaymentsDriver(large, Optional.empty())) {
      driver.send(PaymentsDriver.NORMAL);
      driver.send(PaymentsDriver.STRANGE);
      driver.send("not json");

      List<ScoredRecord> scores = decoded(driver, OutputTopic.SCORES, ScoredRecord.class);
      assertThat(scores).extracting(it -> it.getSource().getOffset()).containsExactly(0L, 1L);
      assertThat(scores).extracting(ScoredRecord::getAnomaly).containsExactly(false, true);
      assertThat(decoded(driver, OutputTopic.EMBEDDINGS, LatentEmbedding.class)).hasSize(2);
      assertThat(decoded(driver, OutputTopic.ALERTS, Alert.class)).hasSize(1);
      assertThat(decoded(driver, OutputTopic.REJECTS, Reject.class)).hasSize(1);
      assertThat(driver.totals()).isEqualTo(new Accounting.Totals(3, 2, 1, 0, 1));
    }
  }

  @Test
  void keysOutputsByTheEventAndRejectsByTheSource() {
    byte[] sourceKey = PaymentsDriver.utf8("source");
    try (PaymentsDriver driver = new PaymentsDriver("")) {
      driver.send(new TestRecord<>(sourceKey, PaymentsDriver.utf8(PaymentsDriver.STRANGE)));
      driver.send(new TestRecord<>(sourceKey, PaymentsDriver.utf8("{}")));

      byte[] card = PaymentsDriver.utf8("card-2");
      assertThat(driver.read(OutputTopic.SCORES).get(0).key()).isEqualTo(card);
      assertThat(driver.read(OutputTopic.EMBEDDINGS).get(0).key()).isEqualTo(card);
      assertThat(driver.read(OutputTopic.ALERTS).get(0).key()).isEqualTo(card);
      assertThat(driver.read(OutputTopic.REJECTS).get(0).key()).isEqualTo(sourceKey);
    }
  }

  @Test
  void keepsTheSourcesTimestampAndLeavesItsHeaders() {
    Instant passed = Instant.parse("2026-01-02T03:04:05Z");
    RecordHeaders headers = new RecordHeaders();
    headers.add("trace", new byte[100]);
    try (PaymentsDriver driver = new PaymentsDriver("")) {
      driver.send(
          new TestRecord<>(
              null, PaymentsDriver.utf8(PaymentsDriver.NORMAL), headers, passed.toEpochMilli()));

      TestRecord<byte[], byte[]> score = driver.read(OutputTopic.SCORES).get(0);
      assertThat(score.getRecordTime()).isEqualTo(passed);
      assertThat(score.headers()).isEmpty();
    }
  }

  @Test
  void writesJsonWhereTheDefinitionSaysSo() throws Exception {
    try (PaymentsDriver driver = new PaymentsDriver("outputs: { format: json }\n")) {
      driver.send(PaymentsDriver.STRANGE);
      driver.send("{}");

      JsonNode alert = json(driver, OutputTopic.ALERTS);
      assertThat(alert.path("key").asText()).isEqualTo("card-2");
      assertThat(alert.path("event_time").asLong()).isEqualTo(1767225600000L);
      assertThat(alert.path("explanation").path(0).path("field").asText()).isEqualTo("amount");
      assertThat(json(driver, OutputTopic.SCORES).path("anomaly").asBoolean()).isTrue();
      assertThat(json(driver, OutputTopic.EMBEDDINGS).path("vector")).hasSize(2);
      assertThat(json(driver, OutputTopic.REJECTS).path("original").binaryValue())
          .isEqualTo(PaymentsDriver.utf8("{}"));
    }
  }

  @Test
  void readsAndWritesConfluentsFramingWithARegistry() throws Exception {
    MemoryRegistry registry = new MemoryRegistry();
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Payment", "fields": [
                  {"name": "card", "type": "string"}, {"name": "at", "type": "long"},
                  {"name": "amount", "type": "double"}]}""");
    int id = registry.register("payments-value", schema);
    byte[] card = PaymentsDriver.utf8("card-1");
    ByteBuffer framed = ByteBuffer.allocate(64).order(ByteOrder.BIG_ENDIAN);
    framed.put((byte) 0).putInt(id).put((byte) (2 * card.length)).put(card).put((byte) 0);
    framed.order(ByteOrder.LITTLE_ENDIAN).putDouble(4000).flip();
    byte[] value = new byte[framed.remaining()];
    framed.get(value);

    try (PaymentsDriver driver =
        new PaymentsDriver(
            Fixtures.DEFINITION.replace("format: json", "format: avro"), Optional.of(registry))) {
      driver.send(new TestRecord<>(null, value));

      byte[] alert = driver.read(OutputTopic.ALERTS).get(0).value();
      assertThat(alert[0]).isZero();
      assertThat(new RecordDecoder<>(Alert.class, Optional.of(registry)).decode(alert).getReason())
          .startsWith("amount 4,000 is high");
    }
  }

  @Test
  void hasNoSinkForWhatIsNotWritten() {
    try (PaymentsDriver driver =
        new PaymentsDriver("outputs: { scores: none, embeddings: none }\n")) {
      driver.send(PaymentsDriver.STRANGE);

      assertThat(driver.read(OutputTopic.ALERTS)).hasSize(1);
      assertThat(driver.totals().scored()).isEqualTo(1);
    }
  }

  @Test
  void samplesScoresAndKeepsAnomalies() throws Exception {
    try (PaymentsDriver driver = new PaymentsDriver("outputs: { scores: 1 in 4 }\n")) {
      for (int offset = 0; offset < 10; offset++) {
        driver.send(offset == 6 ? PaymentsDriver.STRANGE : PaymentsDriver.NORMAL);
      }

      assertThat(decoded(driver, OutputTopic.SCORES, ScoredRecord.class))
          .extracting(it -> it.getSource().getOffset())
          .containsExactly(0L, 4L, 6L, 8L);
    }
  }

  @Property(tries = 100)
  void goesOnWhateverTheBytesAre(@ForAll @Size(max = 20) List<byte[]> values) throws Exception {
    try (PaymentsDriver driver = new PaymentsDriver("")) {
      for (byte[] value : values) {
        driver.send(new TestRecord<>(value, value));
      }
      driver.send(PaymentsDriver.STRANGE);

      assertThat(decoded(driver, OutputTopic.ALERTS, Alert.class))
          .singleElement()
          .satisfies(it -> assertThat(it.getSource().getOffset()).isEqualTo(values.size()));
      Accounting.Totals totals = driver.totals();
      assertThat(totals.in()).isEqualTo(values.size() + 1);
      assertThat(totals.scored() + totals.rejected() + totals.filtered()).isEqualTo(totals.in());
      assertThat(driver.read(OutputTopic.REJECTS)).hasSize((int) totals.rejected());
    }
  }

  private static <T extends SpecificRecord> List<T> decoded(
      PaymentsDriver driver, OutputTopic topic, Class<T> type) throws Exception {
    RecordDecoder<T> decoder = new RecordDecoder<>(type, Optional.empty());
    List<T> records = new ArrayList<>();
    for (TestRecord<byte[], byte[]> record : driver.read(topic)) {
      records.add(decoder.decode(record.value()));
    }
    return records;
  }

  private static JsonNode json(PaymentsDriver driver, OutputTopic topic) throws Exception {
    return new ObjectMapper().readTree(driver.read(topic).get(0).value());
  }
}
