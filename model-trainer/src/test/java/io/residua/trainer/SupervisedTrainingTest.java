package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.bundle.BundleReader;
import io.residua.detector.bundle.BundleWriter;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.Event;
import io.residua.detector.score.ResidualKind;
import io.residua.detector.score.SupervisedScore;
import io.residua.trainer.evaluate.Evaluator;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupervisedTrainingTest {
  private static final int NORMAL = 1500;
  private static final int LABELLED = 30;
  private static final String STEPS = ", steps: 1500, learning-rate: 0.01, batch: 64";
  private static final String QUICK =
      "hidden: [8], latent: 2, steps: 40, batch: 64, head: supervised";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "family: linear, latent: 2",
        "family: undercomplete, hidden: [32], latent: 2",
        "family: denoising, hidden: [32], latent: 2",
        "family: denoising, corruption: swap, hidden: [32], latent: 6",
        "family: sparse-l1, hidden: [32]",
        "family: sparse-kl, hidden: [32]",
        "family: contractive, hidden: [32]",
        "family: feature-consistent, hidden: [32], latent: 2",
        "family: memory, hidden: [32], latent: 2"
      })
  void findsAnomaliesLikeTheLabelledOnesAndStillTheOthers(String family) throws Exception {
    Detector plain = new Detector(trained(family + STEPS, LABELLED).bundle(1));
    Detector supervised =
        new Detector(trained(family + STEPS + ", head: supervised", LABELLED).bundle(1));

    assertThat(inTheHole(plain)).isLessThan(0.9);
    assertThat(inTheHole(supervised)).isGreaterThan(0.95);
    assertThat(beside(plain)).isGreaterThan(0.98);
    assertThat(beside(supervised)).isGreaterThan(0.98);
  }

  @Test
  void noRowThatTrainsTheHeadJudgesTheModel() throws Exception {
    List<String> messages = new ArrayList<>();
    TrainedModel model =
        ModelTrainer.train(request(QUICK, LABELLED).withListener(listener(messages)));

    String words = "20 train the head and 10 judge the model";
    assertThat(messages).contains("of 30 labelled anomalies, " + words);
    assertThat(model.evaluation().orElseThrow().anomalies()).isEqualTo(10);
    assertThat(model.provenance().settings())
        .containsEntry("labelled anomalies", words)
        .containsEntry("head", "supervised")
        .containsEntry("head-weight", "1");
    assertThat(model.bundle(1).report())
        .contains(words, "held-out normal records and 10 labelled anomalies by");
  }

  @Test
  void theBaselinesAreComparedByAnomaliesThatDidNotTrain() throws Exception {
    TrainedModel model = trained(QUICK, 96);

    assertThat(model.comparison()).containsEntry("AUCROC on", "32 labelled anomalies");
  }

  @Test
  void aHeadWithoutEnoughLabelledAnomaliesIsRefused() {
    assertThatThrownBy(() -> trained(QUICK, 9))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "a supervised head needs at least 10 labelled anomalies, found 9; label more, or leave"
                + " out model.head");
    DetectorDefinition definition = PlaneWithAHole.definition(QUICK);
    assertThatThrownBy(
            () ->
                ModelTrainer.train(
                    TrainingRequest.of(
                        definition, new PlaneWithAHole(definition, 1).normal(100).table())))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("a supervised head learns labelled anomalies, and no field");
  }

  @Test
  void theSameSeedGivesTheSameBundleAndItIsReadBackAsItWas() throws Exception {
    TrainingRequest request = request(QUICK, LABELLED).withCreatedAt(Instant.EPOCH);
    byte[] one = BundleWriter.write(ModelTrainer.train(request).bundle(1));
    byte[] same = BundleWriter.write(ModelTrainer.train(request).bundle(1));
    byte[] other = BundleWriter.write(ModelTrainer.train(request.withSeed(7)).bundle(1));

    ModelBundle read = BundleReader.read(one);

    assertThat(same).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
    assertThat(BundleWriter.write(read)).isEqualTo(one);
    assertThat(read.global().score().kind()).isEqualTo(ResidualKind.SUPERVISED);
    assertThat(((SupervisedScore) read.global().score()).residual().kind())
        .isEqualTo(ResidualKind.WHITENED);
  }

  @Test
  void aRecordThatTheHeadAloneFindsIsExplainedByItsResidual() throws Exception {
    Detector detector =
        new Detector(
            trained("hidden: [32], latent: 2" + STEPS + ", head: supervised", LABELLED).bundle(1));
    PlaneWithAHole rows = new PlaneWithAHole(detector.definition(), 5).inTheHole(1);
    Event event = new Event(rows.table().layout());
    rows.table().read(0, event);
    Scorer scorer = detector.newScorer();

    assertThat(scorer.score(event)).isNull();

    assertThat(scorer.verdict().anomaly()).isTrue();
    assertThat(scorer.explain(6)).isNotEmpty();
  }

  @Test
  void theScoreIsAboutTheLogarithmOfHowRareItIs() throws Exception {
    ModelBundle model =
        trained("hidden: [8], score: mean-squared, steps: 40, head: supervised", LABELLED)
            .bundle(1);

    double threshold = model.global().calibration().scoreAt(0.01);

    // Two in a hundred lie above ln 100 in either part where the parts are independent.
    assertThat(threshold).isBetween(Math.log(100) - 1, Math.log(100) + 2);
  }

  private static TrainedModel trained(String settings, int labelled) throws TrainingException {
    return ModelTrainer.train(request(settings, labelled));
  }

  private static TrainingRequest request(String settings, int labelled) {
    DetectorDefinition definition = PlaneWithAHole.definition(settings);
    PlaneWithAHole rows = new PlaneWithAHole(definition, 1).normal(NORMAL).inTheHole(labelled);
    return TrainingRequest.of(definition, rows.table()).withLabels(labels(NORMAL, labelled));
  }

  private static double inTheHole(Detector detector) {
    return area(detector, new PlaneWithAHole(detector.definition(), 99).normal(500).inTheHole(200));
  }

  private static double beside(Detector detector) {
    return area(detector, new PlaneWithAHole(detector.definition(), 99).normal(500).beside(200));
  }

  private static double area(Detector detector, PlaneWithAHole rows) {
    return Evaluator.evaluate(detector, rows.table(), labels(500, 200)).aucRoc();
  }

  private static boolean[] labels(int normal, int anomalies) {
    boolean[] labels = new boolean[normal + anomalies];
    Arrays.fill(labels, normal, labels.length, true);
    return labels;
  }

  private static TrainingListener listener(List<String> messages) {
    return new TrainingListener() {
      @Override
      public void message(String sentence) {
        messages.add(sentence);
      }
    };
  }
}
