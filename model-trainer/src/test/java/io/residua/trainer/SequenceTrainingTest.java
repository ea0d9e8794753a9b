package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.bundle.BundleReader;
import io.residua.detector.bundle.BundleWriter;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import io.residua.detector.history.HistoryMemory;
import io.residua.detector.network.SelectionLayer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The two numbers of a host turn around each other, so that each event follows from those before.
 */
class SequenceTrainingTest {
  private static final int HOSTS = 4;
  private static final int PERIOD = 10;

  @ParameterizedTest
  @ValueSource(strings = {"lstm", "convolution"})
  void aSequenceThatStandsStillIsAnAnomalyOfALoadedModel(String encoder) throws Exception {
    DetectorDefinition definition =
        DefinitionParser.parse(
            """
            detector: hosts
            input: { topic: hosts, format: json, key: host, time: at }
            features:
              - { field: state, encode: one-hot }
              - sequence: { fields: [cpu, mem], length: 8, by: host, normalise: none }
              - { field: load, transform: standard }
            model: { encoder: %s, hidden: [12, 24], latent: 6, steps: 500, learning-rate: 0.01, batch: 64 }
            calibration: { budget: 1 in 100 }
            """
                .formatted(encoder),
            null);

    ModelBundle trained =
        ModelTrainer.train(TrainingRequest.of(definition, turning(definition))).bundle(1);
    Detector detector = new Detector(BundleReader.read(BundleWriter.write(trained)));

    SelectionLayer selection = (SelectionLayer) trained.global().network().layers().get(0);
    assertThat(Arrays.stream(selection.order()).mapToObj(trained.features()::featureName).limit(4))
        .containsExactly(
            "cpu 7 events earlier by host",
            "mem 7 events earlier by host",
            "cpu 6 events earlier by host",
            "mem 6 events earlier by host");
    assertThat(trained.provenance().settings().get("encoder")).startsWith(encoder + ", 12 ");
    assertThat(anomalies(detector, 1)).isLessThan(0.2);
    assertThat(anomalies(detector, 0)).isGreaterThan(0.9);
  }

  /**
   * The share of anomalies among events that come after twenty normal ones.
   *
   * @param speed of the turning then
   */
  private static double anomalies(Detector detector, double speed) {
    HistoryMemory history = new HistoryMemory(detector.history());
    Scorer scorer = detector.newScorer();
    SplittableRandom random = new SplittableRandom(5);
    double turned = 0.3;
    int found = 0;
    for (int i = 0; i < 60; i++) {
      turned += i < 20 ? 1 : speed;
      Event event = event(detector.layout(), 0, i, turned, random);
      history.read(event);
      assertThat(scorer.score(event)).isNull();
      history.add(event);
      found += i >= 28 && scorer.verdict().anomaly() ? 1 : 0;
    }
    return found / 32.0;
  }

  private static EventTable turning(DetectorDefinition definition) {
    SplittableRandom random = new SplittableRandom(1);
    EventTable table = new EventTable(EventLayouts.of(definition));
    for (int i = 0; i < 400; i++) {
      for (int host = 0; host < HOSTS; host++) {
        table.append(event(table.layout(), host, i, i + 0.7 * host, random));
      }
    }
    return table;
  }

  private static Event event(
      EventLayout layout, int host, int second, double turned, SplittableRandom random) {
    Event event = new Event(layout);
    event.setKey("h" + host);
    event.setTime(second * 1000L);
    event.setText(layout.indexOf("state", FieldKind.TEXT), random.nextBoolean() ? "a" : "b");
    double angle = 2 * Math.PI * turned / PERIOD;
    event.setNumber(
        layout.indexOf("cpu", FieldKind.NUMBER), Math.sin(angle) + 0.05 * random.nextGaussian());
    event.setNumber(
        layout.indexOf("mem", FieldKind.NUMBER), Math.cos(angle) + 0.05 * random.nextGaussian());
    event.setNumber(layout.indexOf("load", FieldKind.NUMBER), random.nextGaussian());
    return event;
  }
}
