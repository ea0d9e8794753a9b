package io.residua.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.residua.detector.Detector;
import io.residua.detector.fixture.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountingTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @BeforeEach
  void processTwoNormalOneStrangeThreeBrokenAndFourTombstones() {
    Detector detector = new Detector(Fixtures.smallModel(3));
    RecordProcessor processor =
        new RecordProcessor(
            detector,
            Route.of(detector).get(0),
            new Task(0, 3, name -> new MemoryStates()),
            RecordLimits.defaults(),
            Optional.empty(),
            new Accounting(detector, meters));
    for (String value :
        List.of(Payments.NORMAL, Payments.NORMAL, Payments.STRANGE, "", "[]", "{")) {
      processor.process(record(Payments.utf8(value)));
    }
    for (int i = 0; i < 4; i++) {
      processor.process(record(null));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "residua.records.received, , , 10",
    "residua.records, outcome, scored, 3",
    "residua.records, outcome, rejected, 3",
    "residua.records, outcome, filtered, 4",
    "residua.rejects, reason, MALFORMED, 2",
    "residua.rejects, reason, NOT_AN_OBJECT, 1",
    "residua.rejects, reason, TOO_LARGE, 0",
    "residua.alerts, , , 1"
  })
  void countsByOutcome(String name, String tag, String value, double count) {
    var search = meters.get(name).tag("detector", "small");

    double found = (tag == null ? search : search.tag(tag, value)).functionCounter().count();

    assertThat(found).isEqualTo(count);
  }

  @Test
  void timesWhatIsScoredOrRejected() {
    assertThat(meters.get(Accounting.SCORING_TIME).timer().count()).isEqualTo(6);
  }

  @Test
  void tellsHowManyAlertsTheBudgetAllowed() {
    // Three records were scored, 1 in 100 of them may alert.
    assertThat(meters.get("residua.alerts.allowed").functionCounter().count())
        .isCloseTo(0.03, within(1e-9));
  }

  @Test
  void tellsTheModelsVersion() {
    assertThat(meters.get(Accounting.MODEL_VERSION).gauge().value()).isEqualTo(3);
  }

  private static SourceRecord record(byte[] value) {
    return new SourceRecord("payments", 0, 0, 0, null, value);
  }
}
