package io.residua.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.alert.FieldContribution;
import io.residua.detector.alert.Reason;
import io.residua.detector.bundle.BundleReader;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.bundle.ModelParts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.RejectReason;
import io.residua.detector.event.Rejection;
import io.residua.detector.feature.Direction;
import io.residua.detector.fixture.Fixtures;
import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScorerTest {
  private static final ModelBundle MODEL = Fixtures.smallModel();
  private static final double MEAN = 50;

  private final Scorer scorer = new Detector(MODEL).newScorer();

  @Test
  void aUsualRecordIsNoAnomaly() {
    assertThat(scorer.score(Fixtures.event(MEAN, "food"))).isNull();

    assertThat(scorer.verdict().anomaly()).isFalse();
    assertThat(scorer.verdict().pValue()).isGreaterThan(0.1);
    assertThat(scorer.verdict().observedFeatures()).isEqualTo(4);
  }

  @Test
  void theScoreIsTheMeanSquaredResidualOfTheKnownNetwork() {
    scorer.score(Fixtures.event(MEAN, "food"));

    double amount = scorer.input()[0];
    double rebuilt = 2 * Math.tanh(amount / 2);
    double slot = 0.65 * Math.tanh(1) - 0.5;
    assertThat(amount).isEqualTo(0, within(0.01));
    assertThat(scorer.latent()[1]).isEqualTo((float) Math.tanh(1), within(1e-6f));
    assertThat(scorer.verdict().score())
        .isEqualTo((Math.pow(amount - rebuilt, 2) + 2 * slot * slot) / 4, within(1e-7));
  }

  @Test
  void aLargeAmountIsAnAnomalyWithItsReason() {
    scorer.score(Fixtures.event(4210, "food"));

    assertThat(scorer.verdict().anomaly()).isTrue();
    assertThat(scorer.verdict().severity()).isGreaterThan(50);
    List<FieldContribution> explanation = scorer.explain(5);
    assertThat(explanation.get(0).field()).isEqualTo("amount");
    assertThat(explanation.get(0).observed()).isEqualTo("4210");
    assertThat(explanation.get(0).direction()).isEqualTo(Direction.HIGH);
    assertThat(Reason.of(explanation)).startsWith("amount 4,210 is high: normal below 70 (");
  }

  @Test
  void anUnknownCategoryIsAnAnomalyWhoseSlotsAreOneField() {
    scorer.score(Fixtures.event(MEAN, "casino"));

    assertThat(scorer.verdict().anomaly()).isTrue();
    FieldContribution first = scorer.explain(1).get(0);
    assertThat(first.field()).isEqualTo("category");
    assertThat(first.observed()).isEqualTo("casino");
    assertThat(first.direction()).isEqualTo(Direction.DIFFERENT);
    assertThat(first.share()).isGreaterThan(0.99);
  }

  @Property(tries = 200)
  void theSharesOfAllFieldsAddUpToOne(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double amount, @ForAll String category) {
    scorer.score(Fixtures.event(amount, category));

    List<FieldContribution> explanation = scorer.explain(100);

    assertThat(explanation.stream().mapToDouble(FieldContribution::share).sum())
        .isEqualTo(1, within(1e-9));
    assertThat(explanation).isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
  }

  @Test
  void anExplanationNamesAtMostAsManyFieldsAsAsked() {
    scorer.score(Fixtures.event(4210, "casino"));

    assertThat(scorer.explain(0)).isEmpty();
    assertThat(scorer.explain(1)).hasSize(1);
    assertThat(scorer.explain(100)).hasSize(2);
  }

  @Test
  void aMissingFieldTakesNoPart() {
    assertThat(scorer.score(Fixtures.event(Double.NaN, "food"))).isNull();

    assertThat(scorer.verdict().observedFeatures()).isEqualTo(3);
    assertThat(scorer.verdict().anomaly()).isFalse();
    assertThat(scorer.explain(5)).extracting(FieldContribution::field).containsExactly("category");
  }

  @Test
  void aRecordOfWhichNothingIsObservedIsRejected() {
    Rejection rejection = scorer.score(Fixtures.event(Double.NaN, null));

    assertThat(rejection.reason()).isEqualTo(RejectReason.NOTHING_OBSERVED);
    assertThat(rejection.detail())
        .isEqualTo("expected at least one of the detector's fields, found none");
  }

  @Test
  void aMissingFieldIsRejectedWhereTheDefinitionSaysSo() {
    ModelBundle strict =
        Fixtures.smallModel(Fixtures.definition(Fixtures.DEFINITION + "missing: reject\n"), 1);

    Rejection rejection =
        new Detector(strict).newScorer().score(Fixtures.event(Double.NaN, "food"));

    assertThat(rejection)
        .isEqualTo(
            new Rejection(RejectReason.MISSING_FIELD, "field amount is missing or not finite"));
  }

  @Test
  void aScoreThatIsNotFiniteIsRejectedAndLeavesNoTrace() {
    Scorer overflowing = new Detector(overflowing()).newScorer();
    overflowing.score(Fixtures.event(60, "travel"));
    Verdict before = overflowing.verdict();

    Rejection rejection = overflowing.score(Fixtures.event(1e300, "food"));
    overflowing.score(Fixtures.event(60, "travel"));

    assertThat(rejection)
        .isEqualTo(new Rejection(RejectReason.NOT_FINITE, "the score is Infinity"));
    assertThat(overflowing.verdict()).isEqualTo(before);
  }

  @Test
  void manyRecordsTogetherScoreAsOneByOne() {
    EventTable table = Fixtures.table(MODEL.features().layout());
    int width = MODEL.features().width();
    float[] inputs = new float[table.rows() * width];
    boolean[] observed = new boolean[inputs.length];
    Event event = new Event(table.layout());
    for (int row = 0; row < table.rows(); row++) {
      table.read(row, event);
      MODEL.features().transform(event, inputs, observed, row * width);
    }
    float[] latents = new float[table.rows() * MODEL.global().network().latentWidth()];
    float[] outputs = new float[inputs.length];

    new NetworkRunner(MODEL.global().network()).run(inputs, table.rows(), latents, outputs);

    for (int row = 0; row < table.rows(); row++) {
      table.read(row, event);
      scorer.score(event);
      for (int i = 0; i < width; i++) {
        assertThat(scorer.reconstruction()[i]).isEqualTo(outputs[row * width + i]);
      }
    }
  }

  @Test
  void threadsWithScorersOfOneDetectorGiveTheSameScores() throws Exception {
    Detector detector = new Detector(MODEL);
    List<Double> expected = scores(detector);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<Double>>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        tasks.add(() -> scores(detector));
      }
      for (Future<List<Double>> found : threads.invokeAll(tasks)) {
        assertThat(found.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aModelThatWasWrittenAndReadScoresTheSame() throws Exception {
    Detector read = new Detector(BundleReader.read(Fixtures.bundleBytes(1)));

    assertThat(scores(read)).isEqualTo(scores(new Detector(MODEL)));
    assertThat(read.threshold()).isEqualTo(new Detector(MODEL).threshold());
  }

  private static List<Double> scores(Detector detector) {
    Scorer scorer = detector.newScorer();
    EventTable table = Fixtures.table(detector.layout());
    Event event = new Event(detector.layout());
    List<Double> scores = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      table.read(row, event);
      scorer.score(event);
      scores.add(scorer.verdict().score());
    }
    return scores;
  }

  /** The small model with a network that makes its input 1e34 times larger. */
  private static ModelBundle overflowing() {
    float[] weights = new float[16];
    for (int i = 0; i < 16; i += 5) {
      weights[i] = 1e17f;
    }
    DenseLayer layer = new DenseLayer(4, 4, weights, new float[4], Activation.IDENTITY);
    return new ModelBundle(
        1,
        MODEL.definition(),
        MODEL.features(),
        MODEL.history(),
        ModelParts.single(
            new Network(List.of(layer, layer), 1),
            MODEL.global().score(),
            MODEL.global().calibration()),
        MODEL.provenance(),
        MODEL.golden(),
        MODEL.report());
  }
}
