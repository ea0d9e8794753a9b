package io.residua.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.event.Event;
import io.residua.detector.event.JsonEventDecoder;
import io.residua.detector.fixture.KeyedFixtures;
import io.residua.detector.history.HistoryMemory;
import io.residua.schema.Alert;
import io.residua.schema.ScoredRecord;
import io.residua.stream.Accounting;
import io.residua.stream.KeyStates;
import io.residua.stream.OutputTopic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedTopologyTest {
  private static final String CARDS = KeyedFixtures.DEFINITION;
  private static final String SHOPS = CARDS + KeyedFixtures.SHOPS;

  @TempDir Path directory;

  @Test
  void scoresByWhatTheKeyDidBefore() throws Exception {
    try (KeyedDriver driver = driver(CARDS)) {
      driver.pay("new", "shop-1", 50, 0);
      driver.pay("other", "shop-1", 50, 0);
      driver.pay("new", "shop-1", 50, 60);

      List<ScoredRecord> scores = driver.scores();
      assertThat(scores.get(1).getScore()).isEqualTo(scores.get(0).getScore());
      assertThat(scores.get(2).getScore()).isNotEqualTo(scores.get(0).getScore());
    }
  }

  @Test
  void keepsTheSourcePositionAndCountsOnceAcrossPlaces() throws Exception {
    try (KeyedDriver driver = driver(SHOPS)) {
      for (int i = 0; i < 5; i++) {
        driver.pay("card-" + i % 2, "shop-1", 50, i);
      }
      driver.send("card-1", "{ broken");
      driver.send("card-1", null);

      assertThat(driver.scores())
          .allSatisfy(it -> assertThat(it.getSource().getTopic()).isEqualTo("payments"))
          .extracting(it -> it.getSource().getOffset())
          .containsExactly(0L, 1L, 2L, 3L, 4L);
      assertThat(driver.rejects()).singleElement().extracting("reason").isEqualTo("MALFORMED");
      Accounting.Totals totals = driver.totals();
      assertThat(totals.in()).isEqualTo(7);
      assertThat(totals.scored()).isEqualTo(5);
      assertThat(totals.rejected()).isEqualTo(1);
      assertThat(totals.filtered()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void scoresAsBatchDoes(boolean shops) throws Exception {
    Detector detector = KeyedDriver.detector(shops ? SHOPS : CARDS);
    List<String> payments = payments(new Random(7), 300);
    try (KeyedDriver driver = new KeyedDriver(detector, directory)) {
      payments.forEach(payment -> driver.send("card", payment));

      assertThat(driver.scores())
          .extracting(ScoredRecord::getScore)
          .isEqualTo(batch(detector, payments));
    }
  }

  @Test
  void scoresAnEventWithoutTheKeyOfAStage() throws Exception {
    try (KeyedDriver driver = driver(SHOPS)) {
      driver.pay("card-1", null, 50, 0);

      ScoredRecord score = driver.scores().get(0);
      assertThat(score.getObservedFeatures()).isLessThan(score.getTotalFeatures());
    }
  }

  @Test
  void marksAndCountsLateEvents() throws Exception {
    try (KeyedDriver driver = driver(SHOPS)) {
      driver.pay("a", "x", 50, 100);
      driver.pay("a", "y", 50, 50);
      driver.pay("b", "x", 50, 70);
      driver.pay("b", "x", 50, 100);

      assertThat(driver.scores())
          .extracting(ScoredRecord::getLate)
          .containsExactly(false, true, true, false);
      assertThat(driver.count(Accounting.LATE)).isEqualTo(2);
    }
  }

  @Test
  void rejectsAnEventFromTheFuture() throws Exception {
    long day = Duration.ofDays(1).toSeconds();
    long now = (System.currentTimeMillis() - KeyedDriver.NOON) / 1000;
    try (KeyedDriver driver = driver(CARDS)) {
      driver.pay("a", "x", 50, now + day - 60);
      driver.pay("a", "x", 50, now + day + 60);

      assertThat(driver.scores()).hasSize(1);
      assertThat(driver.rejects())
          .singleElement()
          .satisfies(it -> assertThat(it.getReason()).isEqualTo("FUTURE_TIME"))
          .satisfies(
              it ->
                  assertThat(it.getDetail())
                      .startsWith("expected an event time at most 1d from now, found one 864"));
    }
  }

  @Test
  void forgetsIdleKeysInTheBackground() {
    long ttl = Duration.ofDays(30).toSeconds();
    try (KeyedDriver driver = driver(CARDS)) {
      for (int i = 0; i < 3000; i++) {
        driver.pay("idle-" + i, "x", 50, 0);
      }
      driver.pay("busy", "x", 50, ttl + Duration.ofDays(1).toSeconds() + 1);

      driver.pass(Duration.ofSeconds(1));

      assertThat(driver.count(Accounting.FORGOTTEN)).isEqualTo(3000);
      driver.pass(Duration.ofSeconds(1));
      assertThat(driver.count(Accounting.FORGOTTEN)).isEqualTo(3000);
    }
  }

  @Test
  void forgetsKeysThatBecomeIdleAfterAllWereLookedAt() {
    long away = Duration.ofDays(31).toSeconds() + 1;
    try (KeyedDriver driver = driver(CARDS)) {
      driver.pay("first", "x", 50, 0);
      driver.pay("second", "x", 50, 60);
      driver.pass(Duration.ofSeconds(1));
      driver.pay("third", "x", 50, 30);
      driver.pass(Duration.ofSeconds(1));
      assertThat(driver.count(Accounting.FORGOTTEN)).isZero();

      driver.pay("busy", "x", 50, away + 40);
      driver.pass(Duration.ofSeconds(1));

      assertThat(driver.count(Accounting.FORGOTTEN)).isEqualTo(2);
    }
  }

  @Test
  void needsNothingButItsStoresToGoOn() throws Exception {
    Detector detector = KeyedDriver.detector(CARDS);
    List<String> payments = payments(new Random(3), 100);
    List<Double> scores = new ArrayList<>();
    Map<String, byte[]> states = Map.of();
    for (List<String> half : List.of(payments.subList(0, 50), payments.subList(50, 100))) {
      try (KeyedDriver driver = new KeyedDriver(detector, directory)) {
        states.forEach(driver.states("history-card")::put);
        half.forEach(payment -> driver.send("card", payment));
        driver.scores().forEach(score -> scores.add(score.getScore()));
        states = content(driver.states("history-card"));
      }
    }

    assertThat(scores).isEqualTo(batch(detector, payments));
  }

  @Test
  void countsRecordsThatLieOnAPartitionOfAnotherKey() {
    try (KeyedDriver driver = driver(CARDS)) {
      driver.pay("a", "x", 50, 0);
      driver.send("b", KeyedDriver.payment("a", "x", 50, 1));
      driver.send(null, KeyedDriver.payment("a", "x", 50, 2));

      assertThat(driver.count(Accounting.MISPLACED)).isEqualTo(2);
    }
  }

  @Test
  void bringsKeysTogetherWhereTheDefinitionSaysSo() throws Exception {
    String repartitioned = CARDS.replace("key: card,", "key: card, repartition: true,");
    try (KeyedDriver driver = driver(repartitioned)) {
      driver.send("b", KeyedDriver.payment("a", "x", 50, 0));
      driver.send(null, KeyedDriver.payment("a", "x", 50, 60));

      List<ScoredRecord> scores = driver.scores();
      assertThat(scores.get(1).getScore()).isNotEqualTo(scores.get(0).getScore());
      assertThat(driver.driver.producedTopicNames()).contains("residua-keyed-by-card-repartition");
      assertThat(driver.count(Accounting.MISPLACED)).isZero();
    }
  }

  @Test
  void namesStoresAndTopicsByTheirKeys() {
    try (KeyedDriver driver = driver(SHOPS)) {
      driver.pay("a", "x", 50, 0);

      assertThat(driver.driver.getAllStateStores().keySet())
          .containsExactlyInAnyOrder("history-card", "history-shop", "history-shop-card", "alerts");
      assertThat(driver.driver.producedTopicNames())
          .contains(
              "residua-keyed-by-shop-repartition",
              "residua-keyed-by-shop-card-repartition",
              "residua-keyed-history-card-changelog");
    }
  }

  @Test
  void opensUpdatesAndClosesAnEventOfAKey() throws Exception {
    try (KeyedDriver driver = driver(CARDS + "calibration: { budget: quantile 0.9 }\n")) {
      driver.pay("a", "x", 9e9, 0);
      driver.pay("a", "x", 9e9, 60);
      driver.pass(Duration.ofMinutes(11));

      assertThat(driver.decoded(OutputTopic.ALERTS, Alert.class))
          .allSatisfy(it -> assertThat(it.getId()).isEqualTo("keyed/payments/0/0"))
          .extracting(it -> it.getState().name())
          .containsExactly("OPEN", "UPDATE", "CLOSED");
      assertThat(driver.totals().alerts()).isEqualTo(3);
    }
  }

  @Test
  void groupsAlertsByAnotherFieldAtAPlaceOfItsOwn() throws Exception {
    String grouped = CARDS + "calibration: { budget: quantile 0.9 }\nalerts: { by: shop }\n";
    try (KeyedDriver driver = driver(grouped)) {
      driver.pay("a", "x", 9e9, 0);
      driver.pay("b", "x", 9e9, 1);
      driver.pay("b", "y", 9e9, 2);

      List<Alert> alerts = driver.decoded(OutputTopic.ALERTS, Alert.class);
      assertThat(alerts)
          .extracting(Alert::getId)
          .containsExactly("keyed/payments/0/0", "keyed/payments/0/0", "keyed/payments/0/2");
      assertThat(alerts).extracting(Alert::getGroup).containsExactly("x", "x", "y");
      assertThat(alerts.get(0).getExplanation()).isNotEmpty();
      assertThat(alerts.get(0).getExplanation().get(0).getShare()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void keepsWhatItsBudgetHasSeen() {
    try (KeyedDriver driver = driver(CARDS + "calibration: { budget: fdr 0.05 over 100 }\n")) {
      assertThat(driver.states("budget").get("budget")).isNull();

      driver.pay("a", "x", 50, 0);
      byte[] once = driver.states("budget").get("budget");
      driver.pay("a", "x", 50, 1);

      assertThat(once).isNotNull();
      assertThat(driver.states("budget").get("budget")).isNotEqualTo(once);
    }
  }

  @Test
  void countsSuppressedAnomaliesByRule() {
    String rules =
        CARDS
            + """
            calibration: { budget: quantile 0.9 }
            alerts: { suppress: [ { name: test cards, keys: [a] } ] }
            """;
    try (KeyedDriver driver = driver(rules)) {
      driver.pay("a", "x", 9e9, 0);

      assertThat(driver.totals().alerts()).isZero();
      assertThat(
              driver
                  .meters
                  .get(Accounting.SUPPRESSED)
                  .tag("rule", "test cards")
                  .functionCounter()
                  .count())
          .isCloseTo(1, within(0.0));
    }
  }

  private KeyedDriver driver(String yaml) {
    return new KeyedDriver(KeyedDriver.detector(yaml), directory);
  }

  private static Map<String, byte[]> content(KeyStates store) {
    Map<String, byte[]> content = new HashMap<>();
    store.after(null, 1000).forEach(entry -> content.put(entry.key(), entry.state()));
    return content;
  }

  /** Payments in no order of time, some without a shop. */
  private static List<String> payments(Random random, int count) {
    List<String> payments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String shop = random.nextInt(10) == 0 ? null : "shop-" + random.nextInt(4);
      long seconds = i * 20L + random.nextInt(200);
      payments.add(
          KeyedDriver.payment(
              "card-" + random.nextInt(5), shop, 100 * random.nextDouble(), seconds));
    }
    return payments;
  }

  /** The scores that batch scoring gives: one memory for all keys, one event after the other. */
  private static List<Double> batch(Detector detector, List<String> payments) {
    HistoryMemory memory = new HistoryMemory(detector.history());
    Scorer scorer = detector.newScorer();
    JsonEventDecoder decoder = new JsonEventDecoder(detector.layout(), 1 << 20);
    Event event = new Event(detector.layout());
    List<Double> scores = new ArrayList<>();
    for (String payment : payments) {
      event.clear();
      assertThat(decoder.decode(payment.getBytes(StandardCharsets.UTF_8), event)).isNull();
      memory.apply(event);
      assertThat(scorer.score(event)).isNull();
      scores.add(scorer.verdict().score());
    }
    return scores;
  }
}
