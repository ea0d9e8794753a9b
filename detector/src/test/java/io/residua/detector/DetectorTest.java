package io.residua.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.definition.AlertSpec;
import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.fixture.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorTest {

  @Test
  void tellsWhatItIs() {
    Detector detector = new Detector(Fixtures.smallModel(3));

    assertThat(detector.name()).isEqualTo("small");
    assertThat(detector.version()).isEqualTo(3);
    assertThat(detector.significance()).isEqualTo(0.01);
    assertThat(detector.layout()).isEqualTo(detector.model().features().layout());
  }

  @ParameterizedTest
  @CsvSource({"1 in 50, 0.02", "quantile 0.9, 0.1", "36 per day, 0.025"})
  void noMoreNormalRecordsAlertThanTheBudgetAllows(String budget, double significance) {
    Detector detector = new Detector(model(budget));
    Scorer scorer = detector.newScorer();
    EventTable table = Fixtures.table(detector.layout());
    Event event = new Event(detector.layout());
    int anomalies = 0;
    for (int row = 0; row < table.rows(); row++) {
      table.read(row, event);
      scorer.score(event);
      anomalies += scorer.verdict().anomaly() ? 1 : 0;
      assertThat(scorer.verdict().anomaly())
          .isEqualTo(scorer.verdict().score() >= detector.threshold());
    }

    assertThat(detector.significance()).isEqualTo(significance, within(1e-12));
    assertThat(anomalies / (double) table.rows()).isBetween(significance / 2, significance);
  }

  @Test
  void alertRulesChangeWithoutANewModel() throws DefinitionException {
    Detector detector = new Detector(Fixtures.smallModel(3));
    AlertSpec rules = rules("amount");

    Detector other = detector.withAlerts(rules);

    assertThat(other.model()).isSameAs(detector.model());
    assertThat(other.definition().alerts()).isEqualTo(rules);
    assertThat(other.definition().features()).isEqualTo(detector.definition().features());
    assertThat(detector.definition().alerts()).isNotEqualTo(rules);
  }

  @Test
  void aRuleForAFieldThatTheModelDoesNotHaveIsRefused() throws DefinitionException {
    Detector detector = new Detector(Fixtures.smallModel(3));
    AlertSpec rules = rules("distance");

    assertThatThrownBy(() -> detector.withAlerts(rules))
        .hasMessage(
            "rule small asks for the field distance; model small:3 has the fields amount,"
                + " category");
  }

  private static AlertSpec rules(String field) throws DefinitionException {
    String yaml =
        """
        detector: other
        input: { topic: t }
        features: [ { field: %s, transform: none } ]
        alerts: { cooldown: 1h, suppress: [ { name: small, field: %s, below: 10 } ] }
        """;
    return DefinitionParser.parse(yaml.formatted(field, field), null).alerts();
  }

  private static ModelBundle model(String budget) {
    String yaml = Fixtures.DEFINITION.replace("1 in 100", budget);
    return Fixtures.smallModel(Fixtures.definition(yaml), 1);
  }
}
