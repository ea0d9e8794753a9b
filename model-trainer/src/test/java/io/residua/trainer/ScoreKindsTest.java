package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
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
import io.residua.detector.score.ResidualKind;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.TrainingException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores that look at more than the residual, from the definition to the verdict. */
class ScoreKindsTest {

  /** Of normal records b follows a, which is near −2 or 2. */
  @ParameterizedTest
  @CsvSource({"latent-density, LATENT_DENSITY", "multi-scale, MULTI_SCALE"})
  void aRecordThatBreaksWhatIsNormalIsAnAnomaly(String score, ResidualKind kind) throws Exception {
    Detector detector = trained(score, "");

    assertThat(detector.model().global().score().kind()).isEqualTo(kind);
    assertThat(pValue(detector, 2, 2)).isGreaterThan(0.02);
    assertThat(pValue(detector, 2, -2)).isLessThan(0.005);
  }

  @Test
  void aLatentVectorBetweenTheUsualOnesIsAnAnomalyThoughItIsRebuilt() throws Exception {
    assertThat(pValue(trained("latent-density", ""), 0, 0)).isLessThan(0.005);
    assertThat(pValue(trained("standardised", ""), 0, 0)).isGreaterThan(0.02);
  }

  @Test
  void eachValuesNetworkHasAScoreOfItsOwn() throws Exception {
    ModelBundle model = trained("multi-scale", ", per: kind").model();

    assertThat(model.parts().own()).containsOnlyKeys("x", "y");
    assertThat(model.parts().own().get("x").score().kind()).isEqualTo(ResidualKind.MULTI_SCALE);
  }

  @Test
  void theSameSeedGivesTheSameScore() throws Exception {
    assertThat(pValue(trained("multi-scale", ""), 0.3, 0.1))
        .isEqualTo(pValue(trained("multi-scale", ""), 0.3, 0.1));
  }

  @Test
  void aLatentVectorWithTooManyNumbersForADensityIsRefusedBeforeTraining() throws Exception {
    DetectorDefinition definition = definition("linear", "latent-density", ", latent: 511");

    assertThatThrownBy(
            () -> ScoreChoice.of(definition, new FeatureMatrix(1, new float[1], new boolean[1]), 1))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "score latent-density: expected a latent vector of at most 510 numbers, found 511; set"
                + " model.latent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"variational", "importance-weighted"})
  void aRecordThatBreaksWhatIsNormalIsImprobableToItsDecoder(String family) throws Exception {
    Detector detector = trained(family, "reconstruction-probability", ", hidden: [16]");

    assertThat(detector.model().global().score().kind())
        .isEqualTo(ResidualKind.RECONSTRUCTION_PROBABILITY);
    assertThat(pValue(detector, 2, 2)).isGreaterThan(0.02);
    assertThat(pValue(detector, 2, -2)).isLessThan(0.005);
  }

  @Test
  void onlyFamiliesWithAPriorKeepOne() throws Exception {
    assertThat(trained("standardised", "").model().global().prior()).isEmpty();
    assertThat(
            trained("variational", "standardised", ", hidden: [16]")
                .model()
                .global()
                .prior()
                .orElseThrow()
                .noise())
        .hasSize(2)
        .doesNotContain(0);
  }

  private static Detector trained(String score, String more) throws Exception {
    return trained("linear", score, more);
  }

  private static Detector trained(String family, String score, String more) throws Exception {
    DetectorDefinition definition = definition(family, score, ", latent: 1" + more);
    TrainedModel trained = ModelTrainer.train(TrainingRequest.of(definition, table(definition)));
    return new Detector(BundleReader.read(BundleWriter.write(trained.bundle(1))));
  }

  private static DetectorDefinition definition(String family, String score, String more)
      throws DefinitionException {
    return DefinitionParser.parse(
        """
        detector: pairs
        input: { topic: pairs, format: json }
        features:
          - { fields: [a, b], transform: standard }
        model: { family: %s, steps: 200, batch: 64, score: %s%s, learning-rate: 0.01 }
        calibration: { budget: 1 in 100 }
        """
            .formatted(family, score, more),
        null);
  }

  private static EventTable table(DetectorDefinition definition) {
    SplittableRandom random = new SplittableRandom(1);
    EventTable table = new EventTable(EventLayouts.of(definition));
    for (int row = 0; row < 3000; row++) {
      double a = (random.nextBoolean() ? 2 : -2) + 0.3 * random.nextGaussian();
      Event event = event(table.layout(), a, a + 0.1 * random.nextGaussian());
      int kind = table.layout().indexOf("kind", FieldKind.TEXT);
      if (kind >= 0) {
        event.setText(kind, row % 2 == 0 ? "x" : "y");
      }
      table.append(event);
    }
    return table;
  }

  private static double pValue(Detector detector, double a, double b) {
    Scorer scorer = detector.newScorer();
    assertThat(scorer.score(event(detector.layout(), a, b))).isNull();
    return scorer.verdict().pValue();
  }

  private static Event event(EventLayout layout, double a, double b) {
    Event event = new Event(layout);
    event.setNumber(layout.indexOf("a", FieldKind.NUMBER), a);
    event.setNumber(layout.indexOf("b", FieldKind.NUMBER), b);
    return event;
  }
}
