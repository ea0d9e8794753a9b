package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.Verdict;
import io.residua.detector.bundle.BundleReader;
import io.residua.detector.bundle.BundleWriter;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import io.residua.trainer.train.TrainingListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Of machines of one kind the second number follows the first, of the other it goes against it, and
 * is noisier: what is normal for one is strange for the other, and nothing but the kind says so.
 */
class PerTrainingTest {
  private static final String GLOBAL =
      """
      detector: machines
      input: { topic: machines, format: json }
      features:
        - { fields: [a, b, c], transform: standard }
      model: { family: linear, latent: 2, steps: 300, learning-rate: 0.01, batch: 64%s }
      calibration: { budget: 1 in 100 }
      """;

  private static final List<String> MESSAGES = new ArrayList<>();
  private static TrainedModel trained;
  private static Detector perKind;
  private static Detector single;

  @BeforeAll
  static void trainBoth() throws Exception {
    DetectorDefinition definition = definition(", per: machine.kind");
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void message(String sentence) {
            MESSAGES.add(sentence);
          }
        };
    trained = ModelTrainer.train(request(definition).withListener(listener));
    perKind = new Detector(BundleReader.read(BundleWriter.write(trained.bundle(1))));
    single = new Detector(ModelTrainer.train(request(definition(""))).bundle(1));
  }

  @Test
  void whatIsNormalForOneValueIsAnAnomalyOfAnother() {
    assertThat(verdict(perKind, "fan", 2, -2).anomaly()).isFalse();
    assertThat(verdict(perKind, "fan", 2, 2).anomaly()).isTrue();
    assertThat(verdict(perKind, "pump", 2, 2).anomaly()).isFalse();
    assertThat(verdict(perKind, "pump", 2, -2).anomaly()).isTrue();
    assertThat(verdict(single, "fan", 2, 2).anomaly()).isFalse();
    assertThat(verdict(single, "pump", 2, -2).anomaly()).isFalse();
  }

  @Test
  void rareUnseenAndMissingValuesAreScoredByTheGlobalNetwork() {
    Verdict rare = verdict(perKind, "valve", 2, -2);

    assertThat(perKind.model().parts().own()).containsOnlyKeys("fan", "pump");
    assertThat(rare.anomaly()).isFalse();
    assertThat(verdict(perKind, "new", 2, -2)).isEqualTo(rare);
    assertThat(verdict(perKind, null, 2, -2)).isEqualTo(rare);
  }

  @Test
  void theBudgetHoldsForEachValue() {
    // The fourth of 400 held-out scores is the threshold: a share of 0.01 ± 0.005.
    assertThat(alerts("pump")).isBetween(0.002, 0.025);
    assertThat(alerts("fan")).isBetween(0.002, 0.025);
  }

  @Test
  void theTrainerSaysWhichValuesHaveANetwork() {
    ModelBundle model = trained.bundle(1);

    assertThat(MESSAGES)
        .contains(
            "2 of 3 values of machine.kind have a network of their own; the global one scores the"
                + " others (60 rows): a value needs 500 rows to train on and 200 held out, and at"
                + " most 32 have one")
        .anyMatch(message -> message.startsWith("network 2 of 3, for machine.kind \"fan\": "));
    assertThat(trained.provenance().settings()).containsEntry("own networks", "2 per machine.kind");
    assertThat(model.report())
        .contains("global network's: others have spaces of their own")
        .contains("machine.kind \"valve\"", "the global network: ", "its own network: ")
        .doesNotContain("NaN");
  }

  @Test
  void theSameSeedGivesTheSameParts() throws Exception {
    TrainingRequest request =
        request(definition(", per: machine.kind")).withCreatedAt(Instant.EPOCH);

    assertThat(BundleWriter.write(ModelTrainer.train(request).bundle(1)))
        .isEqualTo(BundleWriter.write(ModelTrainer.train(request).bundle(1)));
  }

  @Test
  void withoutFrequentValuesThereIsTheGlobalNetworkAlone() throws Exception {
    DetectorDefinition definition = definition(", per: machine.kind");
    EventTable few = table(definition, 300, 1);
    TrainedModel model = ModelTrainer.train(TrainingRequest.of(definition, few));

    assertThat(model.bundle(1).parts().own()).isEmpty();
    assertThat(model.warnings())
        .anyMatch(warning -> warning.startsWith("0 of 3 values of machine.kind have a network"));
    assertThat(BundleReader.read(BundleWriter.write(model.bundle(1))).parts().own()).isEmpty();
  }

  @Test
  void familyAutoHasNetworksAndPrototypesPerValue() throws Exception {
    DetectorDefinition definition =
        parsed(
            GLOBAL
                .formatted(", per: machine.kind")
                .replace("family: linear, latent: 2, steps: 300", "family: auto, steps: 100"));
    Detector auto =
        new Detector(
            BundleReader.read(
                BundleWriter.write(ModelTrainer.train(request(definition)).bundle(1))));

    assertThat(auto.model().parts().own()).containsOnlyKeys("fan", "pump");
    assertThat(verdict(auto, "fan", 2, 2).pValue()).isLessThan(0.02);
    assertThat(verdict(auto, "pump", 2, 2).pValue()).isGreaterThan(0.02);
  }

  private static double alerts(String kind) {
    SplittableRandom random = new SplittableRandom(99);
    Scorer scorer = perKind.newScorer();
    int alerts = 0;
    for (int i = 0; i < 5000; i++) {
      scorer.score(event(perKind.layout(), kind, random));
      alerts += scorer.verdict().anomaly() ? 1 : 0;
    }
    return alerts / 5000.0;
  }

  private static Verdict verdict(Detector detector, String kind, double a, double b) {
    Scorer scorer = detector.newScorer();
    assertThat(scorer.score(event(detector.layout(), kind, a, b, 0))).isNull();
    return scorer.verdict();
  }

  private static TrainingRequest request(DetectorDefinition definition) {
    return TrainingRequest.of(definition, table(definition, 2000, 1));
  }

  private static EventTable table(DetectorDefinition definition, int each, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    EventTable table = new EventTable(EventLayouts.of(definition));
    for (int row = 0; row < each; row++) {
      table.append(event(table.layout(), "pump", random));
      table.append(event(table.layout(), "fan", random));
      if (row < 60) {
        table.append(event(table.layout(), "valve", random));
      }
    }
    return table;
  }

  private static Event event(EventLayout layout, String kind, SplittableRandom random) {
    double a = random.nextGaussian();
    boolean pump = kind.equals("pump") || kind.equals("valve") && random.nextBoolean();
    double b = (pump ? a : -a) + (pump ? 0.05 : 0.2) * random.nextGaussian();
    return event(layout, kind, a, b, random.nextGaussian());
  }

  private static Event event(EventLayout layout, String kind, double a, double b, double c) {
    Event event = new Event(layout);
    event.setNumber(layout.indexOf("a", FieldKind.NUMBER), a);
    event.setNumber(layout.indexOf("b", FieldKind.NUMBER), b);
    event.setNumber(layout.indexOf("c", FieldKind.NUMBER), c);
    int field = layout.indexOf("machine.kind", FieldKind.TEXT);
    if (field >= 0) {
      event.setText(field, kind);
    }
    return event;
  }

  private static DetectorDefinition definition(String per) {
    return parsed(GLOBAL.formatted(per));
  }

  private static DetectorDefinition parsed(String yaml) {
    try {
      return DefinitionParser.parse(yaml, null);
    } catch (DefinitionException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
