package io.residua.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.JsonEventDecoder;
import io.residua.detector.fixture.KeyedFixtures;
import io.residua.detector.history.HistoryMemory;
import io.residua.schema.LatentEmbedding;
import io.residua.schema.ScoredRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The trainer's replay, batch scoring and the job give the same scores and embeddings to the last
 * bit, and so the same features: every feature moves the score of these models.
 */
class SameEverywhereTest {
  private static final Detector CARDS = KeyedDriver.detector(KeyedFixtures.DEFINITION);
  private static final Detector SHOPS =
      KeyedDriver.detector(KeyedFixtures.DEFINITION + KeyedFixtures.SHOPS);
  private static final Detector PER_SHOP =
      KeyedDriver.detector(KeyedFixtures.DEFINITION + KeyedFixtures.SHOPS + KeyedFixtures.PER_SHOP);
  private static Path directory;

  /** A payment; a shop of 0 is none, an amount below 0 is missing. */
  private record Payment(int card, int shop, double amount, int seconds) {
    String json() {
      return KeyedDriver.payment("card-" + card, shop == 0 ? null : "shop-" + shop, amount, seconds)
          .replaceAll("\"amount\": -[0-9.E]+", "\"amount\": null");
    }
  }

  /** What comes out of one payment. */
  private record Scored(double score, List<Float> embedding) {}

  @BeforeContainer
  static void makeDirectory() throws IOException {
    directory = Files.createTempDirectory("same-everywhere");
  }

  @AfterContainer
  static void deleteDirectory() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 40)
  void theJobScoresAsBatchDoesInAnyOrderOfTime(
      @ForAll("payments") List<Payment> payments,
      @ForAll("detectors") Detector detector,
      @ForAll boolean cached)
      throws Exception {
    assertThat(job(detector, payments, cached)).isEqualTo(batch(detector, payments));
  }

  @Property(tries = 40)
  void theTrainersReplayScoresAsTheJobDoesInOrderOfTime(
      @ForAll("payments") List<Payment> payments, @ForAll("detectors") Detector detector)
      throws Exception {
    List<Payment> ordered =
        payments.stream().sorted(Comparator.comparingInt(Payment::seconds)).toList();

    assertThat(replay(detector, ordered)).isEqualTo(job(detector, ordered, true));
  }

  @Provide
  Arbitrary<Detector> detectors() {
    return Arbitraries.of(CARDS, SHOPS, PER_SHOP);
  }

  @Provide
  Arbitrary<List<Payment>> payments() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 3),
            Arbitraries.doubles().between(-10, 1e6),
            Arbitraries.integers().between(0, 10_000))
        .as(Payment::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static List<Scored> job(Detector detector, List<Payment> payments, boolean cached)
      throws Exception {
    StateSettings states =
        new StateSettings(
            StateSettings.Store.ROCKSDB,
            0,
            StateSettings.defaults().directory(),
            cached ? 8 : 0,
            16);
    try (KeyedDriver driver = new KeyedDriver(detector, directory, states)) {
      payments.forEach(payment -> driver.send("card", payment.json()));
      List<ScoredRecord> scores = driver.scores();
      List<LatentEmbedding> embeddings = driver.embeddings();
      List<Scored> scored = new ArrayList<>();
      for (int i = 0; i < scores.size(); i++) {
        scored.add(
            new Scored(scores.get(i).getScore(), List.copyOf(embeddings.get(i).getVector())));
      }
      return scored;
    }
  }

  private static List<Scored> batch(Detector detector, List<Payment> payments) {
    HistoryMemory memory = new HistoryMemory(detector.history());
    Scorer scorer = detector.newScorer();
    Event event = new Event(detector.layout());
    List<Scored> scored = new ArrayList<>();
    for (Payment payment : payments) {
      decode(detector, payment, event);
      memory.apply(event);
      scored.add(score(scorer, event));
    }
    return scored;
  }

  private static List<Scored> replay(Detector detector, List<Payment> payments) {
    EventTable table = new EventTable(detector.layout());
    Event event = new Event(detector.layout());
    for (Payment payment : payments) {
      decode(detector, payment, event);
      table.append(event);
    }
    EventTable replayed = new HistoryMemory(detector.history()).replay(table);
    Scorer scorer = detector.newScorer();
    List<Scored> scored = new ArrayList<>();
    for (int row = 0; row < replayed.rows(); row++) {
      replayed.read(row, event);
      scored.add(score(scorer, event));
    }
    return scored;
  }

  private static void decode(Detector detector, Payment payment, Event event) {
    event.clear();
    byte[] json = payment.json().getBytes(StandardCharsets.UTF_8);
    assertThat(new JsonEventDecoder(detector.layout(), 1 << 20).decode(json, event)).isNull();
  }

  private static Scored score(Scorer scorer, Event event) {
    assertThat(scorer.score(event)).isNull();
    List<Float> embedding = new ArrayList<>();
    for (float value : scorer.latent()) {
      embedding.add(value);
    }
    return new Scored(scorer.verdict().score(), embedding);
  }
}
