package io.residua.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.alert.FieldContribution;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.bundle.ModelPart;
import io.residua.detector.fixture.Fixtures;
import io.residua.detector.fixture.PerFixtures;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerValueScoringTest {
  private static final ModelBundle MODEL = PerFixtures.model();
  private static final Detector DETECTOR = new Detector(MODEL);

  @Test
  void anEventIsScoredAndExplainedByTheNetworkOfItsValue() {
    Scorer scorer = DETECTOR.newScorer();

    scorer.score(PerFixtures.event(200, "AT"));
    float[] zeros = scorer.reconstruction().clone();
    List<FieldContribution> strange = scorer.explain(5);
    scorer.score(PerFixtures.event(200, "DE"));
    float[] same = scorer.reconstruction().clone();

    assertThat(zeros).containsOnly(0);
    assertThat(strange.get(0).field()).isEqualTo("amount");
    assertThat(same[0]).isEqualTo(scorer.input()[0]);
    assertThat(scorer.latent()[0]).isEqualTo(scorer.input()[0]);
    assertThat(scorer.explain(5)).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"LI", "", "at", "constructor"})
  void aValueWithoutANetworkIsScoredByTheGlobalOne(String country) {
    Scorer scorer = DETECTOR.newScorer();
    Scorer small = new Detector(Fixtures.smallModel()).newScorer();

    scorer.score(PerFixtures.event(90, country));
    small.score(Fixtures.event(90, "food"));

    assertThat(scorer.verdict()).isEqualTo(small.verdict());
    assertThat(scorer.latent()).isEqualTo(small.latent());
  }

  @Test
  void pValuesAreThoseOfThePart() {
    Scorer scorer = DETECTOR.newScorer();

    scorer.score(PerFixtures.event(120, "AT"));

    ModelPart part = MODEL.parts().own().get("AT");
    double raw = scorer.verdict().score() / DETECTOR.scale(part);
    assertThat(scorer.verdict().pValue()).isEqualTo(part.calibration().pValue(raw), within(1e-9));
  }

  @Test
  void oneThresholdHoldsForTheScoresOfAllParts() {
    Scorer scorer = DETECTOR.newScorer();
    int anomalies = 0;

    for (double amount = -200; amount < 300; amount += 0.25) {
      for (String country : new String[] {"AT", "DE", "LI"}) {
        scorer.score(PerFixtures.event(amount, country));
        boolean above = scorer.verdict().score() >= DETECTOR.threshold();
        anomalies += above ? 1 : 0;
        assertThat(above).as("%s %s", amount, country).isEqualTo(scorer.verdict().anomaly());
      }
    }

    assertThat(DETECTOR.scale(MODEL.global())).isEqualTo(1);
    assertThat(DETECTOR.scale(MODEL.parts().own().get("AT"))).isNotEqualTo(1);
    assertThat(anomalies).isPositive();
  }

  @Test
  void aPartWhoseThresholdIsZeroKeepsItsScale() {
    TreeMap<String, ModelPart> own = new TreeMap<>();
    own.put("AT", PerFixtures.part(PerFixtures.network(0), Double.MIN_VALUE));

    assertThat(new Detector(PerFixtures.model(own)).scale(own.get("AT"))).isEqualTo(1);
  }
}
