package io.residua.stream.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.residua.detector.Detector;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.fixture.Fixtures;
import io.residua.schema.wire.SchemaRegistry;
import io.residua.stream.Accounting;
import io.residua.stream.OutputTopic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The production topology over the small model of payments, without a broker. */
final class PaymentsDriver implements AutoCloseable {
  static final String NORMAL =
      """
      {"card": "card-1", "at": 1767225600000, "amount": 50, "category": "food"}""";
  static final String STRANGE =
      """
      {"card": "card-2", "at": 1767225600000, "amount": 4000, "category": "food"}""";
  private static final String DETECTOR = "small";

  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> input;
  private final Accounting accounting;

  PaymentsDriver(String outputs) {
    this(Fixtures.DEFINITION + outputs, Optional.empty());
  }

  PaymentsDriver(String definition, Optional<SchemaRegistry> registry) {
    this(Fixtures.smallModel(Fixtures.definition(definition), 1), registry);
  }

  PaymentsDriver(ModelBundle model, Optional<SchemaRegistry> registry) {
    Detector detector = new Detector(model);
    Properties properties = StreamsProperties.of(detector, JobSettings.defaults());
    this.accounting = new Accounting(detector, new SimpleMeterRegistry());
    this.driver =
        new TopologyTestDriver(
            ScoringTopology.build(detector, JobSettings.defaults(), 1, registry, accounting),
            properties);
    this.input =
        driver.createInputTopic("payments", new ByteArraySerializer(), new ByteArraySerializer());
  }

  void send(String value) {
    send(new TestRecord<>(null, utf8(value)));
  }

  void send(TestRecord<byte[], byte[]> record) {
    input.pipeInput(record);
  }

  List<TestRecord<byte[], byte[]>> read(OutputTopic topic) {
    TestOutputTopic<byte[], byte[]> output =
        driver.createOutputTopic(
            topic.of(DETECTOR), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    return output.readRecordsToList();
  }

  Accounting.Totals totals() {
    return accounting.totals();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    driver.close();
  }
}
