package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.definition.Family;
import io.residua.detector.definition.ModelSpec;
import io.residua.detector.definition.ModelSpec.TrainingSpec;
import io.residua.detector.event.EventTable;
import io.residua.detector.score.FeatureScaling;
import io.residua.trainer.Candidates.Candidate;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import io.residua.trainer.trial.TrialBudget;
import io.residua.trainer.trial.TrialRows;
import io.residua.trainer.trial.TrialTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Normal rows lie near a plane; anomalies beside it by less than any single feature tells. */
class TrialsTest {
  private static final int WIDTH = 12;
  private static final FeatureMatrix TRAINING = Samples.plane(600, WIDTH, 1);
  private static final FeatureMatrix HELD_OUT = Samples.plane(200, WIDTH, 2);
  private static final FeatureScaling SCALING =
      FeatureScaling.of(WIDTH, TRAINING.values(), TRAINING.observed());
  private static final AutoRecipe RECIPE = new AutoRecipe(16, 8, 32, false);

  private final List<String> heard = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();

  @Test
  void aCandidateThatSeesTheLabelledAnomaliesTakesTheRecipesPlace() throws Exception {
    FittedPart best = best("trials: 9", labelled(), List.of(narrow(), linear()));

    TrialTable table = best.comparison().trials().orElseThrow();
    assertThat(best.autoencoder().settings())
        .containsEntry("family", "auto")
        .containsEntry("chosen family", "linear");
    assertThat(table.why())
        .startsWith("linear, residual wins: it finds 40 labelled anomalies better than the recipe")
        .endsWith("(2 tried, all that there are within model.max-cost)");
    assertThat(best.comparison().lines()).containsEntry("trials", table.why());
    assertThat(best.trial("winner", rows(labelled())).area()).isGreaterThan(0.9);
  }

  @Test
  void oneThatDivergesDoesNotStopTheOthers() throws Exception {
    FittedPart best = best("trials: 9", labelled(), List.of(diverging(), linear()));

    TrialTable table = best.comparison().trials().orElseThrow();
    assertThat(table.rows().get(1)).hasSize(2).first().isEqualTo("diverging");
    assertThat(table.rows().get(1).get(1)).startsWith("failed: training diverged: the loss is");
    assertThat(best.autoencoder().settings()).containsEntry("chosen family", "linear");
  }

  @Test
  void linesAreHeardInOrderAsTheyCome() throws Exception {
    best("trials: 2", Judges.none(200), List.of(narrow(), linear(), narrow()));

    List<String> rows = heard.stream().filter(line -> line.startsWith("row ")).toList();
    assertThat(rows)
        .extracting(row -> row.split(" +")[1])
        .containsExactly(
            "candidate", "recipe", "undercomplete", "undercomplete", "linear", "linear");
    assertThat(rows).extracting(String::length).containsOnly(rows.get(0).length());
    assertThat(heard.indexOf(rows.get(1)))
        .as("the recipe's line comes before the first candidate is trained")
        .isLessThan(heard.indexOf("trained undercomplete 16-2"));
  }

  @Test
  void noTrialIsBegunAfterItsTime() throws Exception {
    // Every training takes 20 s: the recipe's two, then two a candidate.
    FittedPart best =
        best("max-time: 90s", Judges.none(200), List.of(narrow(), linear(), narrow(), linear()));

    TrialTable table = best.comparison().trials().orElseThrow();
    assertThat(table.rows()).hasSize(1 + 2 + 2);
    assertThat(table.why()).endsWith("(2 tried, as many as were begun within model.max-time)");
    assertThat(table.rows().get(4)).last().isEqualTo("40.0");
  }

  @Test
  void theRecipeIsTrainedHoweverShortTheTime() throws Exception {
    FittedPart best = best("max-time: 20s", Judges.none(200), List.of(linear()));

    assertThat(best.comparison().trials()).isEmpty();
    assertThat(heard)
        .contains(
            "model.max-time: 20s was over when the recipe was trained; nothing else was tried");
    assertThat(best.autoencoder().settings()).doesNotContainKey("chosen family");
  }

  @Test
  void aRecipeThatStaysIsWhatItIsWithoutTrials() throws Exception {
    FittedPart stayed = best("trials: 1", Judges.none(200), List.of(narrow()));
    ModelSpec spec = Samples.spec("family: auto, steps: 300, batch: 64");
    FittedPart alone =
        recipe(spec).fit(request(spec).seed(), TrainingListener.SILENT).values().iterator().next();

    assertThat(stayed.comparison().trials().orElseThrow().why()).startsWith("the recipe stays");
    assertThat(stayed.scores().values()).isEqualTo(alone.scores().values());
    assertThat(stayed.heldOut().outputs()).isEqualTo(alone.heldOut().outputs());
    assertThat(alone.comparison().trials()).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameChoice() throws Exception {
    FittedPart one = best("trials: 2", labelled(), List.of(narrow(), linear()));
    FittedPart same = best("trials: 2", labelled(), List.of(narrow(), linear()));

    assertThat(same.comparison().trials()).isEqualTo(one.comparison().trials());
    assertThat(same.scores().values()).isEqualTo(one.scores().values());
  }

  @Test
  void noPartIsDearerThanTheDefinitionAllows() throws Exception {
    int most = 2_000;
    ModelSpec spec = Samples.spec("family: auto, steps: 20, max-cost: " + most);
    AutoRecipe recipe = AutoRecipe.of(WIDTH, Optional.of(most));
    CandidateFitter fitter =
        new CandidateFitter(request(spec), spec, TRAINING, HELD_OUT, SCALING, recipe);

    List<Candidate> all = Candidates.of(spec, 128, WIDTH);
    List<Candidate> affordable = all.stream().filter(fitter::isAffordable).toList();

    assertThat(affordable).isNotEmpty().hasSizeLessThan(all.size());
    assertThat(all).containsSubsequence(affordable);
    for (Candidate candidate : affordable) {
      assertThat(fitter.contender(candidate).fit(1, TrainingListener.SILENT).values())
          .extracting(FittedPart::multiplyAdds)
          .isNotEmpty()
          .allMatch(cost -> cost <= most);
    }
  }

  private FittedPart best(String budget, Judges choosing, List<Candidate> candidates)
      throws TrainingException {
    ModelSpec spec = Samples.spec("family: auto, steps: 300, batch: 64, " + budget);
    TrainingRequest request = request(spec);
    CandidateFitter fitter =
        new CandidateFitter(request, spec, TRAINING, HELD_OUT, SCALING, RECIPE);
    return new Trials(
            request, HELD_OUT, choosing, SCALING, new TrialBudget(spec.trials(), clock::get))
        .best(
            timed(recipe(spec)),
            candidates.stream().map(fitter::contender).map(this::timed).iterator());
  }

  private static RecipeFitter recipe(ModelSpec spec) {
    return new RecipeFitter(spec, TRAINING, HELD_OUT, SCALING, RECIPE, rows(Judges.none(200)));
  }

  /** The same, whose trainings take 20 seconds each. */
  private Contender timed(Contender contender) {
    return new Contender() {
      @Override
      public String name() {
        return contender.name();
      }

      @Override
      public Map<String, FittedPart> fit(long seed, TrainingListener listener)
          throws TrainingException {
        Map<String, FittedPart> parts = contender.fit(seed, listener);
        clock.addAndGet(Duration.ofSeconds(20).toNanos());
        heard.add("trained " + name());
        return parts;
      }
    };
  }

  private TrainingRequest request(ModelSpec spec) {
    return TrainingRequest.of(definition(), new EventTable(EventLayouts.of(definition())))
        .withListener(
            new TrainingListener() {
              @Override
              public void message(String sentence) {
                heard.add(sentence);
              }

              @Override
              public void row(String line) {
                heard.add("row " + line);
              }
            });
  }

  private static DetectorDefinition definition() {
    try {
      return DefinitionParser.parse(
          "detector: d\ninput: { topic: t }\nfeatures: [ { field: x, transform: none } ]\n", null);
    } catch (DefinitionException e) {
      throw new AssertionError(e);
    }
  }

  private static TrialRows rows(Judges choosing) {
    return TrialRows.of(HELD_OUT, choosing.heldOut(), SCALING, choosing.anomalies(), 1);
  }

  private static Judges labelled() {
    FeatureMatrix rows = Samples.plane(40, WIDTH, 3);
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < rows.values().length; i++) {
      rows.values()[i] += (float) (0.2 * random.nextGaussian());
    }
    return new Judges(
        IntStream.range(0, 200).toArray(), Optional.of(rows), IntStream.range(0, 40).toArray());
  }

  private static Candidate narrow() {
    return new Candidate(
        "undercomplete 16-2",
        Samples.spec(Family.UNDERCOMPLETE, 2, new TrainingSpec(60, 64, 0.001, 0.2, 10)));
  }

  private static Candidate linear() {
    return new Candidate("linear", Samples.spec(Family.LINEAR, 2, 60));
  }

  /** A weight that no definition may give. */
  private static Candidate diverging() {
    ModelSpec spec = Samples.spec(Family.CONTRACTIVE, 2, 60);
    return new Candidate(
        "diverging", spec.withSettings(spec.settings().with("contraction", "1e300")));
  }
}
