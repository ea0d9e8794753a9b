package io.residua.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.trainer.trial.TrialTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportPageTest {
  private static final TrialTable TRIALS =
      new TrialTable(
          List.of("candidate", "score", "error"),
          List.of(
              List.of("recipe", "combined", "0.100"),
              List.of("linear", "failed: it diverged <at once>")),
          "the recipe stays");

  @Test
  void showsEverySectionInReadingOrder() {
    Page page = Page.of(Reports.full());

    assertThat(page.all("//h1")).containsExactly("card-fraud:3");
    assertThat(page.headings())
        .containsExactly(
            "Loss",
            "Scores",
            "ROC curve",
            "Precision and recall",
            "Reliability of the p-values",
            "Error by field",
            "Latent space",
            "Evaluation",
            "Settings",
            "Provenance");
    assertThat(page.all("//ul[@class='warnings']/li"))
        .containsExactly("the label column is_fraud was among the features");
  }

  @Test
  void showsTheFiguresOfTheData() {
    ReportData data = Reports.full();
    Page page = Page.of(data);

    assertThat(page.tile("training rows")).isEqualTo("16,000");
    assertThat(page.tile("held-out rows")).isEqualTo("4,000");
    assertThat(page.tile("fields")).isEqualTo("12");
    assertThat(page.tile("threshold")).isEqualTo("3.75");
    assertThat(page.tile("budget")).isEqualTo("1 in 2,000");
    assertThat(page.tile("AUC ROC")).isEqualTo(Figure.of(data.evaluation().orElseThrow().aucRoc()));
    assertThat(page.all(Page.section("Evaluation") + "//tr[th='labelled anomalies']/td"))
        .containsExactly("60");
    assertThat(page.all(Page.section("Settings") + "//th"))
        .containsExactly("batch", "family", "latent", "seed");
    assertThat(page.all(Page.section("Provenance") + "//tr[th='created']/td"))
        .containsExactly("2026-01-01T00:00:00Z");
  }

  @Test
  void leavesOutTheLabelSectionsWithoutLabels() {
    Page page = Page.of(Reports.ofScores(1, 0.5, 0.6));

    assertThat(page.headings()).containsExactly("Loss", "Scores", "Error by field", "Latent space");
    assertThat(page.tile("AUC ROC")).isEmpty();
  }

  @Test
  void leavesOutTheCurvesWithoutBothClasses() {
    ReportData full = Reports.full();
    ReportData data =
        new ReportData(
            full.detector(),
            full.version(),
            full.trainingRows(),
            full.losses(),
            full.heldOutScores(),
            full.pValues(),
            full.threshold(),
            full.budget(),
            full.fieldErrors(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            full.latentSpace(),
            Optional.of(Reports.withoutAnomalies()),
            full.settings(),
            full.provenance(),
            full.warnings());

    Page page = Page.of(data);

    assertThat(page.headings())
        .contains("Evaluation")
        .doesNotContain("ROC curve", "Precision and recall");
    assertThat(page.tile("AUC ROC")).isEqualTo("not measured");
  }

  @Test
  void showsWhatWasTriedAndWhyTheWinnerWon() {
    Page page = Page.of(Reports.ofTrials(TRIALS));

    String trials = Page.section("Trials");
    assertThat(page.all(trials + "//th[@scope='col']")).isEqualTo(TRIALS.columns());
    assertThat(page.all(trials + "//th[@scope='row']")).containsExactly("recipe", "linear");
    assertThat(page.all(trials + "//tr[th='recipe']/td")).containsExactly("combined", "0.100");
    assertThat(page.all(trials + "//td[@colspan='2']"))
        .containsExactly("failed: it diverged <at once>");
    assertThat(page.all(trials + "/p")).containsExactly("the recipe stays");
  }

  @Test
  void refersToNothingOutsideItself() {
    assertThat(ReportPage.html(Reports.full()))
        .doesNotContainPattern("(?i)https?:|//|url\\(|@import|<script|<link|<img|src=|href=")
        .contains("default-src &#39;none&#39;");
  }

  @Test
  void theStyleSheetIsReadAsWritten() {
    String style = String.join("", Page.of(Reports.full()).all("//style"));

    assertThat(style).contains("content: \"\"", "prefers-color-scheme: dark");
    assertThat(ReportPage.html(Reports.full())).contains("<style>" + style + "</style>");
  }

  @Test
  void theSameDataGivesTheSameText() {
    assertThat(ReportPage.html(Reports.full())).isEqualTo(ReportPage.html(Reports.full()));
  }

  @Test
  void escapesEveryTextFromOutside() {
    String hostile = "<script>alert(1)</script>\" onload='x' &amp; \u0000\u0008\uD800 ]]>";
    Page page =
        Page.of(
            Reports.named(
                hostile,
                List.of(new FieldError(hostile, 1)),
                Map.of(hostile, hostile),
                List.of(hostile)));

    String shown = hostile.replaceAll("[\u0000\u0008\uD800]", "\uFFFD");
    assertThat(page.html()).doesNotContain("<script");
    assertThat(page.all("//script")).isEmpty();
    assertThat(page.all("//@onload")).isEmpty();
    assertThat(page.all("//h1")).containsExactly(shown + ":1");
    assertThat(page.all("//ul[@class='warnings']/li")).containsExactly(shown);
    assertThat(page.all("//table[@class='bars']//th")).containsExactly(shown);
    assertThat(page.all(Page.section("Settings") + "//td")).containsExactly(shown);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void drawsScoresAtTheEdges(String name, ReportData data, int bars, String threshold) {
    Page page = Page.of(data);

    assertThat(page.all(Page.section("Scores") + "//rect")).hasSize(bars);
    assertThat(page.all(Page.section("Scores") + "//text[@class='word limit']"))
        .isEqualTo(threshold.isEmpty() ? List.of() : List.of(threshold));
    assertThat(page.html()).doesNotContainPattern("\"-?(NaN|Infinity)|[, ](NaN|Infinity)");
  }

  static List<Arguments> drawsScoresAtTheEdges() {
    double infinite = Double.POSITIVE_INFINITY;
    return List.of(
        Arguments.of("one score", Reports.ofScores(1, 0.5), 1, "threshold 1"),
        Arguments.of("all equal", Reports.ofScores(2, 2, 2, 2), 1, "threshold 2"),
        Arguments.of("all zero", Reports.ofScores(0, 0, 0), 1, "threshold 0"),
        Arguments.of("infinite threshold", Reports.ofScores(infinite, 1, 9), 2, ""),
        Arguments.of("no score", Reports.ofScores(1), 0, ""),
        Arguments.of("only NaN", Reports.ofScores(1, Double.NaN), 0, ""),
        Arguments.of("some NaN", Reports.ofScores(1, Double.NaN, 1, 9), 2, "threshold 1"),
        Arguments.of("extremes", Reports.ofScores(1, 4.9e-324, 1.7e308), 2, "threshold 1"));
  }

  @Test
  void saysHowManyScoresAreNotDrawn() {
    Page page = Page.of(Reports.ofScores(1, Double.NaN, 1, Double.POSITIVE_INFINITY));

    assertThat(page.all(Page.section("Scores") + "/p"))
        .contains("2 scores are not finite and not drawn.");
  }

  @Test
  void marksTheBestStep() {
    Page page =
        Page.of(
            Reports.ofLosses(
                new LossPoint(0, 3, 3),
                new LossPoint(100, 2, 1.5),
                new LossPoint(200, 1, Double.NaN),
                new LossPoint(300, 0.5, 2)));

    assertThat(page.all(Page.section("Loss") + "//text[@class='word limit']"))
        .containsExactly("best: step 100");
    assertThat(page.all(Page.section("Loss") + "//polyline")).hasSize(2);
    assertThat(page.tile("validation loss")).isEqualTo("1.5");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void drawsLossesAtTheEdges(String name, List<LossPoint> losses) {
    Page page = Page.of(Reports.ofLosses(losses.toArray(LossPoint[]::new)));

    assertThat(page.html()).doesNotContainPattern("\"-?(NaN|Infinity)|[, ](NaN|Infinity)");
    boolean drawn = losses.stream().anyMatch(point -> Double.isFinite(point.training()));
    assertThat(page.all(Page.section("Loss") + "//svg")).hasSize(drawn ? 1 : 0);
    assertThat(page.all(Page.section("Loss") + "/p").contains("The training recorded no loss."))
        .isEqualTo(!drawn);
  }

  static List<Arguments> drawsLossesAtTheEdges() {
    double nan = Double.NaN;
    return List.of(
        Arguments.of("none", List.of()),
        Arguments.of("only NaN", List.of(new LossPoint(1, nan, nan))),
        Arguments.of("one point", List.of(new LossPoint(1, 2, 3))),
        Arguments.of("zeros", List.of(new LossPoint(1, 0, 0), new LossPoint(2, 0, 0))),
        Arguments.of("constant", List.of(new LossPoint(1, 2, 2), new LossPoint(2, 2, 2))),
        Arguments.of(
            "divergence",
            List.of(
                new LossPoint(1, 1e-300, 1),
                new LossPoint(2, Double.POSITIVE_INFINITY, 2),
                new LossPoint(3, Double.MAX_VALUE, nan))));
  }

  @Test
  void showsTheFortyWorstOfManyFields() {
    List<FieldError> fields = new ArrayList<>(Reports.fields(200));
    Collections.reverse(fields);

    Page page = Page.of(Reports.ofFields(fields));

    List<String> errors = page.all("//table[@class='bars']//td[@class='number']");
    assertThat(errors).hasSize(40).startsWith("0.995", "0.99").endsWith("0.8");
    assertThat(page.all(Page.section("Error by field") + "/p"))
        .contains("The 40 worst of 200 fields.");
  }

  @Test
  void showsUnobservedAndInfiniteFields() {
    Page page =
        Page.of(
            Reports.ofFields(
                List.of(
                    new FieldError("never", Double.NaN),
                    new FieldError("zero", 0),
                    new FieldError("burst", Double.POSITIVE_INFINITY))));

    assertThat(page.all("//table[@class='bars']//th")).containsExactly("burst", "zero", "never");
    assertThat(page.all("//table[@class='bars']//td[@class='number']"))
        .containsExactly("infinite", "0", "not measured");
    assertThat(page.all("//table[@class='bars']//rect/@width"))
        .containsExactly("100.00", "0.00", "0.00");
  }

  @Test
  void drawsASingleField() {
    Page page = Page.of(Reports.ofFields(List.of(new FieldError("amount", 0.25))));

    assertThat(page.all("//table[@class='bars']//rect/@width")).containsExactly("100.00");
  }
}
