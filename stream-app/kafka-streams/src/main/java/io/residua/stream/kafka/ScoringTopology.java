package io.residua.stream.kafka;

import io.residua.detector.Detector;
import io.residua.detector.definition.OutputFormat;
import io.residua.schema.wire.RecordEncoder;
import io.residua.schema.wire.SchemaRegistry;
import io.residua.stream.Accounting;
import io.residua.stream.OutputTopic;
import io.residua.stream.RecordLimits;
import io.residua.stream.RecordProcessor;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * The job as a topology: the input topic's bytes, one processor that scores, one sink per output
 * topic. Without state and without internal topics; every node has a fixed name.
 */
public final class ScoringTopology {
  private static final AutoOffsetReset AS_CONFIGURED = null;
  static final String SOURCE = "input";
  static final String PROCESSOR = "score";

  private ScoringTopology() {}

  /**
   * Builds the topology of a detector.
   *
   * @param registry numbers the schemas of Avro values, in and out; without one they are in
   *     single-object encoding or of the definition's schema
   * @param accounting counts what the topology does
   */
  public static Topology build(
      Detector detector,
      RecordLimits limits,
      Optional<SchemaRegistry> registry,
      Accounting accounting) {
    Topology topology =
        new Topology()
            .addSource(
                AS_CONFIGURED,
                SOURCE,
                new RecordTime(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                detector.definition().input().topic())
            .addProcessor(
                PROCESSOR, () -> processor(detector, limits, registry, accounting), SOURCE);
    for (OutputTopic output : OutputTopic.writtenBy(detector.definition())) {
      topology.addSink(
          output.name(),
          output.of(detector.name()),
          new ByteArraySerializer(),
          new ByteArraySerializer(),
          PROCESSOR);
    }
    return topology;
  }

  private static ScoringProcessor processor(
      Detector detector,
      RecordLimits limits,
      Optional<SchemaRegistry> registry,
      Accounting accounting) {
    Map<OutputTopic, RecordEncoder> encoders = new EnumMap<>(OutputTopic.class);
    for (OutputTopic output : OutputTopic.writtenBy(detector.definition())) {
      encoders.put(output, encoder(detector, output, registry));
    }
    return new ScoringProcessor(
        new RecordProcessor(detector, limits, registry, accounting), encoders);
  }

  private static RecordEncoder encoder(
      Detector detector, OutputTopic output, Optional<SchemaRegistry> registry) {
    return detector.definition().outputs().format() == OutputFormat.JSON
        ? RecordEncoder.json()
        : RecordEncoder.avro(output.of(detector.name()), registry);
  }
}
