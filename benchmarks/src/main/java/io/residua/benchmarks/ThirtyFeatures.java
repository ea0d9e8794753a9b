package io.residua.benchmarks;

import io.residua.detector.Detector;
import io.residua.detector.bundle.GoldenRecords;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.bundle.ModelParts;
import io.residua.detector.bundle.Provenance;
import io.residua.detector.calibration.CalibrationFitter;
import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.feature.FeatureFitter;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.feature.UnusableDataException;
import io.residua.detector.history.FittedHistory;
import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.detector.score.MeanSquaredResidual;
import io.residua.detector.score.ResidualScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A detector of thirty standardised numbers with a 30-16-8-16-30 network of random weights: what it
 * computes is real, what it finds is not. The same seed gives the same detector and records.
 */
public final class ThirtyFeatures {
  public static final int FIELDS = 30;
  public static final int[] WIDTHS = {FIELDS, 16, 8, 16, FIELDS};
  public static final long SEED = 1;

  private static final int ENCODER_LAYERS = 2;
  private static final int ROWS = 5000;
  private static final double RECORDS_PER_DAY = 86_400;

  private ThirtyFeatures() {}

  /**
   * @param topic of the input
   * @param format {@code json}, or {@code avro} with the schema of {@link #avroSchema}
   * @param outputs what is written, as a definition's {@code outputs} say it
   */
  public static Detector detector(String topic, String format, String outputs) {
    DetectorDefinition definition = definition(topic, format, outputs);
    EventTable table = table(definition);
    FeaturePipeline features = features(definition, table);
    Network network = network();
    ResidualScore score = new MeanSquaredResidual(FIELDS);
    ModelParts parts =
        ModelParts.single(
            network,
            score,
            CalibrationFitter.fit(scores(features, network, score, table), RECORDS_PER_DAY));
    return new Detector(
        new ModelBundle(
            1,
            definition,
            features,
            FittedHistory.NONE,
            parts,
            new Provenance(
                Instant.EPOCH, SEED, "0".repeat(64), ROWS, ROWS, Map.of(), Map.of(), Map.of()),
            GoldenRecords.choose(features, parts, table),
            "<!DOCTYPE html><title>Benchmark</title>\n"));
  }

  /** The name of a field, from {@code f00}. */
  public static String field(int index) {
    return "f%02d".formatted(index);
  }

  /** The Avro schema of the records: a key, a time and the fields as doubles. */
  public static String avroSchema() {
    return IntStream.range(0, FIELDS)
        .mapToObj(i -> "{\"name\":\"%s\",\"type\":\"double\"}".formatted(field(i)))
        .collect(
            Collectors.joining(
                ",",
                "{\"type\":\"record\",\"name\":\"Reading\",\"fields\":["
                    + "{\"name\":\"host\",\"type\":\"string\"},{\"name\":\"at\",\"type\":\"long\"},",
                "]}"));
  }

  /** One record's fields: normal noise around 50. */
  public static double[] values(Random random) {
    return random.doubles(FIELDS).map(uniform -> 50 + 10 * (uniform - 0.5)).toArray();
  }

  /** A network of the widths, tanh between them, with weights of about 1/√inputs. */
  public static Network network() {
    Random random = new Random(SEED);
    List<Layer> layers = new ArrayList<>();
    for (int i = 1; i < WIDTHS.length; i++) {
      boolean last = i == WIDTHS.length - 1;
      layers.add(
          new DenseLayer(
              WIDTHS[i - 1],
              WIDTHS[i],
              gaussian(random, WIDTHS[i - 1] * WIDTHS[i], WIDTHS[i - 1]),
              gaussian(random, WIDTHS[i], WIDTHS[i - 1]),
              last ? Activation.IDENTITY : Activation.TANH));
    }
    return new Network(layers, ENCODER_LAYERS);
  }

  private static float[] gaussian(Random random, int count, int inputs) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextGaussian() / Math.sqrt(inputs));
    }
    return values;
  }

  private static DetectorDefinition definition(String topic, String format, String outputs) {
    String schema = format.equals("avro") ? "  schema: '%s'\n".formatted(avroSchema()) : "";
    String features =
        IntStream.range(0, FIELDS)
            .mapToObj(i -> "  - { field: %s, transform: standard }\n".formatted(field(i)))
            .collect(Collectors.joining());
    try {
      return DefinitionParser.parse(
          """
          detector: thirty
          input:
            topic: %s
            format: %s
            key: host
            time: at
          %soutputs: %s
          features:
          %s"""
              .formatted(topic, format, schema, outputs, features),
          null);
    } catch (DefinitionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EventTable table(DetectorDefinition definition) {
    Random random = new Random(SEED);
    EventTable table = new EventTable(EventLayouts.of(definition));
    Event event = new Event(table.layout());
    for (int row = 0; row < ROWS; row++) {
      fill(event, values(random));
      table.append(event);
    }
    return table;
  }

  /** Sets the fields of an event of this detector's layout. */
  public static void fill(Event event, double[] values) {
    for (int i = 0; i < FIELDS; i++) {
      event.setNumber(i, values[i]);
    }
    event.setKey("host-1");
    event.setTime(0);
  }

  static FeaturePipeline features(DetectorDefinition definition, EventTable table) {
    try {
      return FeatureFitter.fit(definition, table).pipeline();
    } catch (UnusableDataException e) {
      throw new IllegalStateException(e);
    }
  }

  static double[] scores(
      FeaturePipeline features, Network network, ResidualScore score, EventTable table) {
    NetworkRunner runner = new NetworkRunner(network);
    Event event = new Event(table.layout());
    float[] input = new float[FIELDS];
    boolean[] observed = new boolean[FIELDS];
    float[] latent = new float[network.latentWidth()];
    float[] reconstruction = new float[FIELDS];
    double[] scores = new double[table.rows()];
    for (int row = 0; row < scores.length; row++) {
      table.read(row, event);
      features.transform(event, input, observed, 0);
      runner.run(input, 1, latent, reconstruction);
      scores[row] = score.score(input, latent, reconstruction, observed);
    }
    return scores;
  }
}
