package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.Detector;
import io.residua.detector.bundle.BundleReader;
import io.residua.detector.bundle.BundleWriter;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.registry.DirectoryRegistry;
import io.residua.detector.registry.ModelReference;
import io.residua.detector.score.CombinedScore;
import io.residua.detector.score.ResidualKind;
import io.residua.trainer.evaluate.Evaluation;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainerTest {
  private static final String AUTO = "model: { family: auto, max-cost: 9000, steps: 400 }";

  private static final String SENSORS_YAML =
      """
          detector: sensors
          input: { topic: sensors, format: json }
          features:
            - { field: a, transform: standard }
            - { field: b, transform: standard }
            - { field: c, transform: standard }
            - { field: state, encode: one-hot }
          model:
            family: undercomplete
            hidden: [16]
            latent: 2
            steps: 600
            learning-rate: 0.01
            batch: 64
          calibration: { budget: 1 in 100 }
          """;

  private static final DetectorDefinition SENSORS = definition(SENSORS_YAML);

  @TempDir Path folder;

  @Test
  void aTrainedModelTellsAnomaliesFromNormalRowsAndSaysHowWell() throws Exception {
    EventTable events = sensors(1000, 40, 1);
    boolean[] labels = lastOnes(1040, 40);
    List<String> messages = new ArrayList<>();

    TrainedModel model =
        ModelTrainer.train(
            TrainingRequest.of(SENSORS, events)
                .withLabels(labels)
                .withListener(listener(messages)));

    Evaluation evaluation = model.evaluation().orElseThrow();
    assertThat(model.bundle(3).report())
        .contains("<svg", "sensors", "data fingerprint")
        .contains("Latent space", "200 held-out normal records and 40 labelled anomalies by")
        .doesNotContain("<script src", "NaN");
    assertThat(evaluation.aucRoc()).isGreaterThan(0.98);
    assertThat(evaluation.recall()).isGreaterThan(0.8);
    assertThat(model.provenance().metrics()).containsKeys("auc_roc", "validation_loss");
    assertThat(model.provenance().trainingRows() + model.provenance().calibrationRows())
        .isEqualTo(1000);
    assertThat(messages).contains("left out 40 of 1,040 rows that are labelled as anomalies");
  }

  @Test
  void familyAutoCombinesItsScoresWithinItsCost() throws Exception {
    TrainedModel model = ModelTrainer.train(TrainingRequest.of(auto(), sensors(600, 0, 1)));

    ModelBundle read = BundleReader.read(BundleWriter.write(model.bundle(1)));
    assertThat(((CombinedScore) read.parts().global().score()).parts())
        .extracting(part -> part.score().kind())
        .containsExactly(
            ResidualKind.STANDARDISED, ResidualKind.PROTOTYPES, ResidualKind.WHITENED_PROTOTYPES);
    assertThat(
            read.parts().global().network().multiplyAdds()
                + read.parts().global().score().multiplyAdds())
        .isLessThanOrEqualTo(9_000);
    assertThat(read.provenance().settings())
        .containsEntry("family", "auto")
        .containsEntry("score", "combined")
        .containsEntry("corruption", "swap 0.2");
    assertThat(model.comparison())
        .containsEntry("AUCROC on", "synthetic anomalies, made of held-out rows")
        .containsKeys("residual × prototypes", "why", "model", "knn", "z-score");
    assertThat(model.comparison().get("residual × prototypes × whitened prototypes"))
        .matches("shifted .* swapped .* merged .* noisy .* multiply-adds; chosen");
    assertThat(read.report()).contains("Comparison", "residual × prototypes", "isolation-forest");
  }

  @Test
  void familyAutoChoosesAmongItsScoresByLabelledAnomalies() throws Exception {
    TrainedModel model =
        ModelTrainer.train(
            TrainingRequest.of(auto(), sensors(600, 60, 1)).withLabels(lastOnes(660, 60)));

    assertThat(model.evaluation().orElseThrow().aucRoc()).isGreaterThan(0.98);
    assertThat(model.bundle(1).report()).contains("Comparison", "labelled", "; chosen");
    assertThat(model.comparison())
        .containsEntry("chosen on", "30 labelled anomalies")
        .containsEntry("AUCROC on", "30 labelled anomalies");
    assertThat(model.provenance().settings())
        .containsEntry("chosen by", "30 labelled anomalies; 30 others judge");
    assertThat(model.evaluation().orElseThrow().anomalies()).isEqualTo(30);
  }

  @Test
  void familyAutoTriesOthersWhereItMay() throws Exception {
    EventTable events = sensors(600, 0, 1);
    DetectorDefinition tries =
        definition(
            SENSORS_YAML.replaceAll(
                "(?s)model:.*?calibration", AUTO.replace("}", ", trials: 1 }") + "\ncalibration"));

    TrainedModel without = ModelTrainer.train(TrainingRequest.of(auto(), events));
    TrainedModel with = ModelTrainer.train(TrainingRequest.of(tries, events));

    assertThat(with.trials().orElseThrow().rows())
        .extracting(cells -> cells.get(0) + ", " + cells.get(1))
        .containsExactly(
            "recipe, combined", "undercomplete 32-3, residual", "undercomplete 32-3, combined");
    assertThat(without.trials()).isEmpty();
    ModelBundle read = BundleReader.read(BundleWriter.write(with.bundle(1)));
    assertThat(read.report()).contains("<h2>Trials</h2>", "undercomplete 32-3", "merged");
    assertThat(read.provenance().settings())
        .containsEntry("trials", with.trials().orElseThrow().why())
        .hasEntrySatisfying(
            "trial 02", words -> assertThat(words).startsWith("undercomplete 32-3, combined: "));
    assertThat(read.definition()).isEqualTo(tries);
  }

  @Test
  void aModelThatLearntNothingIsBeatenByABaseline() throws Exception {
    DetectorDefinition untrained =
        definition(SENSORS_YAML.replace("steps: 600", "score: mean-squared\n  steps: 1"));

    TrainedModel model =
        ModelTrainer.train(
            TrainingRequest.of(untrained, sensors(600, 60, 1)).withLabels(lastOnes(660, 60)));

    assertThat(model.beatenBy().orElseThrow())
        .matches(".* finds 60 labelled anomalies better than the model: AUCROC .*");
    assertThat(model.provenance().settings()).containsKey("beaten by a baseline");
    TrainedModel unlabelled = ModelTrainer.train(TrainingRequest.of(untrained, sensors(600, 0, 1)));
    assertThat(unlabelled.beatenBy()).isEmpty();
    assertThat(unlabelled.bundle(1).report()).contains("Comparison", "mahalanobis");
  }

  private static DetectorDefinition auto() {
    return definition(SENSORS_YAML.replaceAll("(?s)model:.*?calibration", AUTO + "\ncalibration"));
  }

  @Test
  void anyFamilyCanCombineItsScoreWithPrototypes() throws Exception {
    DetectorDefinition combined =
        definition(SENSORS_YAML.replace("steps: 600", "score: combined\n  steps: 200"));

    TrainedModel model = ModelTrainer.train(TrainingRequest.of(combined, sensors(300, 0, 1)));

    assertThat(((CombinedScore) model.bundle(1).parts().global().score()).parts())
        .extracting(part -> part.score().kind())
        .containsExactly(
            ResidualKind.WHITENED, ResidualKind.PROTOTYPES, ResidualKind.WHITENED_PROTOTYPES);
  }

  @Test
  void theSameSeedGivesTheSameBundle() throws Exception {
    TrainingRequest request = quick(sensors(200, 0, 1)).withCreatedAt(Instant.EPOCH);

    byte[] one = BundleWriter.write(ModelTrainer.train(request).bundle(1));
    byte[] same = BundleWriter.write(ModelTrainer.train(request).bundle(1));
    byte[] other = BundleWriter.write(ModelTrainer.train(request.withSeed(7)).bundle(1));

    assertThat(same).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void aPublishedModelIsReadBackAsItWas() throws Exception {
    DirectoryRegistry registry = new DirectoryRegistry(folder);
    TrainedModel model = ModelTrainer.train(quick(sensors(200, 0, 1)));

    ModelReference first = ModelPublisher.publish(model, registry);
    ModelReference second = ModelPublisher.publish(model, registry);

    assertThat(List.of(first.toString(), second.toString()))
        .containsExactly("sensors:1", "sensors:2");
    ModelBundle read = BundleReader.read(registry.fetch(second));
    assertThat(read.version()).isEqualTo(2);
    assertThat(read.provenance()).isEqualTo(model.provenance());
    assertThat(read.provenance().libraries()).containsKeys("residua", "duckdb", "java");
    assertThat(new Detector(read).threshold()).isEqualTo(new Detector(model.bundle(2)).threshold());
  }

  @Test
  void theNewestRowsAreHeldOutWhereTheyHaveTimes() {
    EventTable events = sensors(100, 0, 1);
    EventTable timed = new EventTable(events.layout());
    Event event = new Event(events.layout());
    for (int row = 0; row < 100; row++) {
      events.read(row, event);
      event.setTime(1_000_000L * ((row + 30) % 100));
      timed.append(event);
    }
    int[] all = IntStream.range(0, 100).toArray();

    RowSplit byTime = RowSplit.of(timed, all, 0.2, 1);
    RowSplit atRandom = RowSplit.of(events, all, 0.2, 1);

    assertThat(byTime.byTime()).isTrue();
    assertThat(byTime.heldOut()).containsExactly(IntStream.range(50, 70).toArray());
    assertThat(atRandom.byTime()).isFalse();
    assertThat(atRandom.heldOut()).hasSize(20).doesNotHaveDuplicates().isSorted();
    assertThat(atRandom.training()).hasSize(80).doesNotContain(atRandom.heldOut());
  }

  @Test
  void trafficPerDayIsThatOfTheWholeData() {
    EventTable events = sensors(1, 0, 1);
    EventTable timed = new EventTable(events.layout());
    Event event = new Event(events.layout());
    for (int row = 0; row < 25; row++) {
      event.setTime(row * 3_600_000L);
      timed.append(event);
    }

    assertThat(Traffic.recordsPerDay(timed, 25)).isEqualTo(24);
    assertThat(Traffic.recordsPerDay(timed, 241)).isEqualTo(240);
    assertThat(Traffic.recordsPerDay(events, 25)).isNaN();
  }

  @Test
  void tooFewNormalRowsAreRefused() {
    assertThatThrownBy(() -> ModelTrainer.train(quick(sensors(19, 0, 1))))
        .isInstanceOf(TrainingException.class)
        .hasMessage("expected at least 20 normal rows to train on, found 19");
    assertThatThrownBy(() -> ModelTrainer.train(quick(sensors(0, 0, 1))))
        .hasMessage("expected at least 20 normal rows to train on, found 0");
    boolean[] allAnomalies = new boolean[100];
    Arrays.fill(allAnomalies, true);
    assertThatThrownBy(() -> ModelTrainer.train(quick(sensors(100, 0, 1)).withLabels(allAnomalies)))
        .hasMessage("expected at least 20 normal rows to train on, found 0");
  }

  @Test
  void rowsThatNeverVaryAreRefused() {
    EventTable events = sensors(1, 0, 1);
    EventTable constant = events.select(new int[100]);

    assertThatThrownBy(() -> ModelTrainer.train(quick(constant)))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("expected at least one field that varies");
  }

  @Test
  void aBudgetPerDayNeedsTimes() {
    DetectorDefinition perDay =
        definition(
            """
            detector: sensors
            input: { topic: sensors }
            features: [{ field: a, transform: standard }]
            calibration: { budget: 3 per day }
            """);
    EventTable events = new EventTable(EventLayouts.of(perDay));

    assertThatThrownBy(() -> ModelTrainer.train(TrainingRequest.of(perDay, events)))
        .hasMessage(
            "the budget is per day; expected input.time to name a field that every row has");
  }

  @Test
  void fewRowsAndABudgetTheyCannotTellAreWarnedOf() throws Exception {
    TrainedModel model = ModelTrainer.train(quick(sensors(60, 0, 1)));

    assertThat(model.warnings())
        .anyMatch(warning -> warning.startsWith("60 normal rows are few"))
        .anyMatch(warning -> warning.startsWith("no record will be an anomaly: the budget allows"));
  }

  @Test
  void aNetworkThatIsLargeForItsRowsIsWarnedOf() throws Exception {
    DetectorDefinition wide = definition(SENSORS_YAML.replace("hidden: [16]", "hidden: [512]"));

    TrainedModel model = ModelTrainer.train(TrainingRequest.of(wide, sensors(300, 0, 1)));

    assertThat(model.warnings()).anyMatch(warning -> warning.startsWith("the network has "));
  }

  @Test
  void rowsWithNothingToSeeAreLeftOut() throws Exception {
    EventTable events = sensors(100, 0, 1);
    Event empty = new Event(events.layout());
    events.append(empty);
    List<String> messages = new ArrayList<>();

    TrainedModel model = ModelTrainer.train(quick(events).withListener(listener(messages)));

    assertThat(model.provenance().trainingRows() + model.provenance().calibrationRows())
        .isEqualTo(100);
    assertThat(messages).contains("left out 1 of 101 rows in which every field is missing");
  }

  private static TrainingRequest quick(EventTable events) {
    DetectorDefinition quick =
        definition(
            """
            detector: sensors
            input: { topic: sensors, format: json }
            features:
              - { field: a, transform: standard }
              - { field: b, transform: standard }
              - { field: c, transform: standard }
              - { field: state, encode: one-hot }
            model: { hidden: [8], latent: 2, steps: 60 }
            calibration: { budget: 1 in 100 }
            """);
    return TrainingRequest.of(quick, events);
  }

  /** Normal rows hold a + b = c; anomalies do not. */
  private static EventTable sensors(int normal, int anomalies, long seed) {
    EventTable table = new EventTable(EventLayouts.of(SENSORS));
    Event event = new Event(table.layout());
    SplittableRandom random = new SplittableRandom(seed);
    for (int row = 0; row < normal + anomalies; row++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      event.clear();
      event.setNumber(0, a);
      event.setNumber(1, b);
      event.setNumber(2, a + b + (row < normal ? 0.05 * random.nextGaussian() : 4));
      event.setText(3, a > 0 ? "up" : "down");
      table.append(event);
    }
    return table;
  }

  private static boolean[] lastOnes(int rows, int anomalies) {
    boolean[] labels = new boolean[rows];
    Arrays.fill(labels, rows - anomalies, rows, true);
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

  private static DetectorDefinition definition(String yaml) {
    try {
      return DefinitionParser.parse(yaml, Path.of("."));
    } catch (DefinitionException e) {
      throw new AssertionError(e);
    }
  }
}
