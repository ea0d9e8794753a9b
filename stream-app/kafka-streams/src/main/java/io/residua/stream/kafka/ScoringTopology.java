package io.residua.stream.kafka;

import io.residua.detector.Detector;
import io.residua.detector.definition.OutputFormat;
import io.residua.schema.wire.RecordEncoder;
import io.residua.schema.wire.SchemaRegistry;
import io.residua.stream.Accounting;
import io.residua.stream.OutputTopic;
import io.residua.stream.Place;
import io.residua.stream.RecordLimits;
import io.residua.stream.RecordProcessor;
import io.residua.stream.Route;
import io.residua.stream.Task;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The job as a topology: for each place of a record's way one processor with its stores and a sink
 * for each output, and between two places a repartition topic of Kafka Streams, which keeps what is
 * not yet read and deletes the rest. Every node, store and topic has a fixed name.
 */
public final class ScoringTopology {
  static final String SOURCE = "input";
  private static final Serde<byte[]> BYTES = Serdes.ByteArray();

  private final Detector detector;
  private final JobSettings settings;
  private final int partitions;
  private final Optional<SchemaRegistry> registry;
  private final Accounting accounting;
  private final PlaceStores stores;

  private ScoringTopology(
      Detector detector,
      JobSettings settings,
      int partitions,
      Optional<SchemaRegistry> registry,
      Accounting accounting) {
    this.detector = detector;
    this.settings = settings;
    this.partitions = partitions;
    this.registry = registry;
    this.accounting = accounting;
    this.stores = new PlaceStores(detector, settings.state());
  }

  /**
   * Builds the topology of a detector.
   *
   * @param partitions of the input; the topics between places have as many
   * @param registry numbers the schemas of Avro values, in and out; without one they are in
   *     single-object encoding or of the definition's schema
   * @param accounting counts what the topology does
   */
  public static Topology build(
      Detector detector,
      JobSettings settings,
      int partitions,
      Optional<SchemaRegistry> registry,
      Accounting accounting) {
    return new ScoringTopology(detector, settings, partitions, registry, accounting).build();
  }

  /** Whether any store of the topology is on disk. */
  static boolean needsDirectory(Detector detector, JobSettings settings) {
    return new PlaceStores(detector, settings.state()).needDirectory();
  }

  private Topology build() {
    List<PlaceNodes> nodes = new ArrayList<>();
    Route.of(detector).forEach(place -> nodes.add(new PlaceNodes(place, nodes.isEmpty())));
    StreamsBuilder builder = new StreamsBuilder();
    KStream<byte[], byte[]> stream =
        builder.stream(
            detector.definition().input().topic(),
            Consumed.with(BYTES, BYTES).withTimestampExtractor(new RecordTime()).withName(SOURCE));
    for (int i = 0; i < nodes.size(); i++) {
      stream = stream.process(new AtPlace(nodes.get(i)), Named.as(nodes.get(i).processor()));
      if (i + 1 < nodes.size()) {
        stream = onward(stream, nodes.get(i), nodes.get(i + 1).place());
      }
    }
    Topology topology = builder.build();
    nodes.forEach(each -> addSinks(topology, each));
    return topology;
  }

  /** A node of our own name stands before the topic's: the processor addresses it. */
  private static KStream<byte[], byte[]> onward(
      KStream<byte[], byte[]> stream, PlaceNodes from, Place to) {
    return stream
        .process(PassingOn::new, Named.as(from.onward()))
        .repartition(
            Repartitioned.<byte[], byte[]>as(to.name()).withKeySerde(BYTES).withValueSerde(BYTES));
  }

  private void addSinks(Topology topology, PlaceNodes nodes) {
    for (OutputTopic output : nodes.outputs(detector.definition())) {
      topology.addSink(
          nodes.sink(output),
          output.of(detector.name()),
          new ByteArraySerializer(),
          new ByteArraySerializer(),
          nodes.processor());
    }
  }

  private RecordEncoder encoder(OutputTopic output) {
    return detector.definition().outputs().format() == OutputFormat.JSON
        ? RecordEncoder.json()
        : RecordEncoder.avro(output.of(detector.name()), registry);
  }

  /** Makes a place's processors, one a task, and its stores. */
  private final class AtPlace implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {
    private final PlaceNodes nodes;

    private AtPlace(PlaceNodes nodes) {
      this.nodes = nodes;
    }

    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
      Map<OutputTopic, RecordEncoder> encoders = new EnumMap<>(OutputTopic.class);
      nodes.outputs(detector.definition()).forEach(output -> encoders.put(output, encoder(output)));
      RecordLimits limits = settings.limits();
      return new ScoringProcessor(
          nodes,
          encoders,
          (partition, states) ->
              new RecordProcessor(
                  detector,
                  nodes.place(),
                  new Task(partition, partitions, states),
                  limits,
                  registry,
                  accounting));
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return stores.of(nodes.place());
    }
  }
}
