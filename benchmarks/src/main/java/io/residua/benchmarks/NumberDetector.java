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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes detectors of standardised numbers with a network of random weights: what they compute is
 * real, what they find is not. The same widths give the same detector and, with the same random
 * numbers, the same records.
 */
public final class NumberDetector {
  static final int ROWS = 5000;
  static final double RECORDS_PER_DAY = 86_400;

  private static final long SEED = 1;

  private final int[] widths;

  /**
   * @param widths of the network from its input over the latent vector, which is in the middle, to
   *     its output: an odd number of them, of which the first and the last are the fields
   */
  public NumberDetector(int... widths) {
    if (widths.length < 3 || widths.length % 2 == 0 || widths[0] != widths[widths.length - 1]) {
      throw new IllegalArgumentException(
          "expected the widths of an autoencoder, found " + Arrays.toString(widths));
    }
    this.widths = widths.clone();
  }

  /** How many numbers a record has. */
  public int fields() {
    return widths[0];
  }

  /**
   * @param topic of the input
   * @param format {@code json}, or {@code avro} with the schema of {@link #avroSchema}
   * @param outputs what is written, as a definition's {@code outputs} say it
   */
  public Detector detector(String topic, String format, String outputs) {
    DetectorDefinition definition = definition(topic, format, outputs);
    EventTable table = table(definition);
    return detector(definition, FittedHistory.NONE, table);
  }

  /**
   * @param table rows of the definition's layout, with the numbers of keyed features
   */
  Detector detector(DetectorDefinition definition, FittedHistory history, EventTable table) {
    FeaturePipeline features = features(definition, table);
    Network network = network();
    ResidualScore score = new MeanSquaredResidual(fields());
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
            history,
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
  public String avroSchema() {
    return IntStream.range(0, fields())
        .mapToObj(i -> "{\"name\":\"%s\",\"type\":\"double\"}".formatted(field(i)))
        .collect(
            Collectors.joining(
                ",",
                "{\"type\":\"record\",\"name\":\"Reading\",\"fields\":["
                    + "{\"name\":\"host\",\"type\":\"string\"},{\"name\":\"at\",\"type\":\"long\"},",
                "]}"));
  }

  /** One record's fields: noise around 50. */
  public double[] values(Random random) {
    return random.doubles(fields()).map(uniform -> 50 + 10 * (uniform - 0.5)).toArray();
  }

  /** A network of the widths, tanh between them, with weights of about 1/√inputs. */
  public Network network() {
    Random random = new Random(SEED);
    List<Layer> layers = new ArrayList<>();
    for (int i = 1; i < widths.length; i++) {
      boolean last = i == widths.length - 1;
      layers.add(
          new DenseLayer(
              widths[i - 1],
              widths[i],
              gaussian(random, widths[i - 1] * widths[i], widths[i - 1]),
              gaussian(random, widths[i], widths[i - 1]),
              last ? Activation.IDENTITY : Activation.TANH));
    }
    return new Network(layers, layers.size() / 2);
  }

  /** Sets the fields of an event of this detector's layout. */
  public void fill(Event event, double[] values) {
    for (int i = 0; i < values.length; i++) {
      event.setNumber(i, values[i]);
    }
    event.setKey("host-1");
    event.setTime(0);
  }

  private DetectorDefinition definition(String topic, String format, String outputs) {
    String schema = format.equals("avro") ? "  schema: '%s'\n".formatted(avroSchema()) : "";
    String features =
        IntStream.range(0, fields())
            .mapToObj(i -> "  - { field: %s, transform: standard }\n".formatted(field(i)))
            .collect(Collectors.joining());
    try {
      return DefinitionParser.parse(
          """
          detector: numbers
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

  private EventTable table(DetectorDefinition definition) {
    Random random = new Random(SEED);
    EventTable table = new EventTable(EventLayouts.of(definition));
    Event event = new Event(table.layout());
    for (int row = 0; row < ROWS; row++) {
      fill(event, values(random));
      table.append(event);
    }
    return table;
  }

  private static FeaturePipeline features(DetectorDefinition definition, EventTable table) {
    try {
      return FeatureFitter.fit(definition, table).pipeline();
    } catch (UnusableDataException e) {
      throw new IllegalStateException(e);
    }
  }

  private double[] scores(
      FeaturePipeline features, Network network, ResidualScore score, EventTable table) {
    NetworkRunner runner = new NetworkRunner(network);
    Event event = new Event(table.layout());
    float[] input = new float[fields()];
    boolean[] observed = new boolean[fields()];
    float[] latent = new float[network.latentWidth()];
    float[] reconstruction = new float[fields()];
    double[] scores = new double[table.rows()];
    for (int row = 0; row < scores.length; row++) {
      table.read(row, event);
      features.transform(event, input, observed, 0);
      runner.run(input, 1, latent, reconstruction);
      scores[row] = score.score(input, latent, reconstruction, observed);
    }
    return scores;
  }

  private static float[] gaussian(Random random, int count, int inputs) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextGaussian() / Math.sqrt(inputs));
    }
    return values;
  }
}
