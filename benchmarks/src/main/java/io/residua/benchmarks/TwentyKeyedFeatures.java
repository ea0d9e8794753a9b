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
import io.residua.detector.event.FieldKind;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.history.FittedHistory;
import io.residua.detector.history.FittedPopulations;
import io.residua.detector.history.History;
import io.residua.detector.history.HistoryMemory;
import io.residua.detector.history.HistorySnapshot;
import io.residua.detector.history.PopulationFitter;
import io.residua.detector.network.Network;
import io.residua.detector.score.MeanSquaredResidual;
import io.residua.detector.score.ResidualScore;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A detector of the same records and network as {@link ThirtyFeatures}, of which twenty features
 * come from the host's earlier records: eight statistics of two windows, six deviations from the
 * host's own mean, three lags, two differences and the waiting time.
 */
public final class TwentyKeyedFeatures {
  private static final int ROWS = 5000;
  private static final int PLAIN = ThirtyFeatures.FIELDS - 20;
  private static final double RECORDS_PER_DAY = 86_400;

  private static final String KEYED =
      """
        - { aggregate: f00, over: [1h, 24h], stats: [count, mean, std, max] }
        - { z: [f01, f02, f03, f04, f05, f06] }
        - { lag: [f07, f08, f09] }
        - { difference: [f07, f08] }
        - { elapsed: at }
      """;

  private TwentyKeyedFeatures() {}

  /**
   * A detector trained on some of the hosts of a stream: one that has the same few alerts whether
   * hosts send many records or few.
   *
   * @param name of the detector, which reads the topic of the same name
   * @param outputs what is written, as a definition's {@code outputs} say it
   * @param hosts of the stream, which first has each of them once and then hosts chosen at random
   * @param records of the stream, at least one for each host
   * @param spanMillis from the stream's first record to the last one
   */
  public static Detector detector(
      String name, String outputs, int hosts, int records, long spanMillis) {
    DetectorDefinition definition = definition(name, outputs);
    int sampled = Math.max(1, (int) ((long) hosts * ROWS / records));
    EventTable events = events(definition, sampled, spanMillis);
    FittedPopulations populations =
        PopulationFitter.fit(definition, events, IntStream.range(0, ROWS).toArray());
    FittedHistory history = new FittedHistory(populations, HistorySnapshot.EMPTY);
    EventTable table =
        new HistoryMemory(History.of(definition, events.layout(), history)).replay(events);
    FeaturePipeline features = ThirtyFeatures.features(definition, table);
    Network network = ThirtyFeatures.network();
    ResidualScore score = new MeanSquaredResidual(ThirtyFeatures.FIELDS);
    double[] scores = ThirtyFeatures.scores(features, network, score, table);
    ModelParts parts =
        ModelParts.single(network, score, CalibrationFitter.fit(scores, RECORDS_PER_DAY));
    return new Detector(
        new ModelBundle(
            1,
            definition,
            features,
            history,
            parts,
            new Provenance(
                Instant.EPOCH,
                ThirtyFeatures.SEED,
                "0".repeat(64),
                ROWS,
                ROWS,
                Map.of(),
                Map.of(),
                Map.of()),
            GoldenRecords.choose(features, parts, table),
            "<!DOCTYPE html><title>Benchmark</title>\n"));
  }

  private static DetectorDefinition definition(String name, String outputs) {
    String plain =
        IntStream.range(0, PLAIN)
            .mapToObj(ThirtyFeatures::field)
            .collect(Collectors.joining(", ", "  - { fields: [", "], transform: standard }\n"));
    try {
      return DefinitionParser.parse(
          """
          detector: %s
          input: { topic: %s, format: avro, key: host, time: at, schema: '%s' }
          outputs: %s
          features:
          """
                  .formatted(name, name, ThirtyFeatures.avroSchema(), outputs)
              + plain
              + KEYED,
          null);
    } catch (DefinitionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EventTable events(DetectorDefinition definition, int hosts, long spanMillis) {
    Random random = new Random(ThirtyFeatures.SEED);
    EventTable table = new EventTable(EventLayouts.of(definition));
    Event event = new Event(table.layout());
    for (int row = 0; row < ROWS; row++) {
      double[] values = ThirtyFeatures.values(random);
      for (int i = 0; i < PLAIN; i++) {
        int field = table.layout().indexOf(ThirtyFeatures.field(i), FieldKind.NUMBER);
        event.setNumber(field, values[i]);
      }
      event.setKey("host-" + (row < hosts ? row : random.nextInt(hosts)));
      event.setTime(spanMillis * row / ROWS);
      table.append(event);
    }
    return table;
  }
}
