package io.residua.benchmarks;

import io.residua.detector.Detector;
import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import io.residua.detector.history.FittedHistory;
import io.residua.detector.history.FittedPopulations;
import io.residua.detector.history.History;
import io.residua.detector.history.HistoryMemory;
import io.residua.detector.history.HistorySnapshot;
import io.residua.detector.history.PopulationFitter;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A detector of the same records and network as {@link ThirtyFeatures}, of which twenty features
 * come from the host's earlier records: eight statistics of two windows, six deviations from the
 * host's own mean, three lags, two differences and the waiting time.
 */
public final class TwentyKeyedFeatures {
  private static final int ROWS = NumberDetector.ROWS;
  private static final int PLAIN = ThirtyFeatures.FIELDS - 20;

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
    return ThirtyFeatures.MAKER.detector(definition, history, table);
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

  /**
   * One event for each record's fields.
   *
   * @param of a detector of this class
   */
  public static Event[] events(Detector of, double[][] records) {
    Event[] events = new Event[records.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = new Event(of.layout());
      fill(events[i], of.layout(), records[i]);
    }
    return events;
  }

  private static EventTable events(DetectorDefinition definition, int hosts, long spanMillis) {
    Random random = new Random(ThirtyFeatures.SEED);
    EventTable table = new EventTable(EventLayouts.of(definition));
    Event event = new Event(table.layout());
    for (int row = 0; row < ROWS; row++) {
      fill(event, table.layout(), ThirtyFeatures.values(random));
      event.setKey("host-" + (row < hosts ? row : random.nextInt(hosts)));
      event.setTime(spanMillis * row / ROWS);
      table.append(event);
    }
    return table;
  }

  private static void fill(Event event, EventLayout layout, double[] values) {
    for (int i = 0; i < PLAIN; i++) {
      event.setNumber(layout.indexOf(ThirtyFeatures.field(i), FieldKind.NUMBER), values[i]);
    }
  }
}
