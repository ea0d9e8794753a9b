package io.residua.stream.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.residua.detector.Detector;
import io.residua.detector.fixture.KeyedFixtures;
import io.residua.schema.LatentEmbedding;
import io.residua.schema.Reject;
import io.residua.schema.ScoredRecord;
import io.residua.schema.wire.RecordDecoder;
import io.residua.stream.Accounting;
import io.residua.stream.KeyStates;
import io.residua.stream.OutputTopic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The production topology over a model with keyed features, without a broker. */
final class KeyedDriver implements AutoCloseable {
  static final long NOON = 1_767_268_800_000L;

  final Detector detector;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> input;
  private final Accounting accounting;

  KeyedDriver(Detector detector, Path directory) {
    this(detector, directory, StateSettings.defaults());
  }

  KeyedDriver(Detector detector, Path directory, StateSettings states) {
    this.detector = detector;
    this.accounting = new Accounting(detector, meters);
    JobSettings settings = JobSettings.defaults().withState(states);
    Properties properties = StreamsProperties.of(detector, settings);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    this.driver =
        new TopologyTestDriver(
            ScoringTopology.build(detector, settings, 1, Optional.empty(), accounting), properties);
    this.input =
        driver.createInputTopic("payments", new ByteArraySerializer(), new ByteArraySerializer());
  }

  static Detector detector(String yaml) {
    return new Detector(KeyedFixtures.model(yaml));
  }

  /** Sends a payment, seconds after {@link #NOON}, under its card as the Kafka key. */
  void pay(String card, String shop, double amount, long seconds) {
    send(card, payment(card, shop, amount, seconds));
  }

  void send(String key, String value) {
    input.pipeInput(new TestRecord<>(utf8(key), utf8(value)));
  }

  static String payment(String card, String shop, double amount, long seconds) {
    return "{\"card\": \"%s\", \"shop\": %s, \"amount\": %s, \"at\": %d}"
        .formatted(card, shop == null ? "null" : '"' + shop + '"', amount, NOON + 1000 * seconds);
  }

  /** Lets the job's own clock go on. */
  void pass(Duration time) {
    driver.advanceWallClockTime(time);
  }

  List<ScoredRecord> scores() throws Exception {
    return decoded(OutputTopic.SCORES, ScoredRecord.class);
  }

  List<LatentEmbedding> embeddings() throws Exception {
    return decoded(OutputTopic.EMBEDDINGS, LatentEmbedding.class);
  }

  List<Reject> rejects() throws Exception {
    return decoded(OutputTopic.REJECTS, Reject.class);
  }

  <T extends SpecificRecord> List<T> decoded(OutputTopic topic, Class<T> type) throws Exception {
    RecordDecoder<T> decoder = new RecordDecoder<>(type, Optional.empty());
    List<T> records = new ArrayList<>();
    for (TestRecord<byte[], byte[]> record :
        driver
            .createOutputTopic(
                topic.of(detector.name()), new ByteArrayDeserializer(), new ByteArrayDeserializer())
            .readRecordsToList()) {
      records.add(decoder.decode(record.value()));
    }
    return records;
  }

  KeyStates states(String name) {
    return (KeyStates) driver.getAllStateStores().get(name);
  }

  double count(String metric) {
    return meters.get(metric).functionCounter().count();
  }

  Accounting.Totals totals() {
    return accounting.totals();
  }

  @Override
  public void close() {
    driver.close();
  }

  private static byte[] utf8(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
