package io.residua.trainer.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrialColumnsTest {
  private static final List<String> KINDS = List.of("shifted", "swapped", "merged", "noisy");

  @Test
  void linesAreAlignedAndFitAHundredCharacters() {
    TrialColumns columns = new TrialColumns(KINDS, true);

    String heading = columns.line(columns.names());
    String line =
        columns.line(
            columns.cells(
                Figures.of("wasserstein 128-256", 1.5, -0.25, Optional.of(0.9), 1, 0.5, 0.75, 0)));

    assertThat(heading)
        .isEqualTo(
            "candidate            score     error stable shifted swapped merged  noisy labelled"
                + " mult-adds      s");
    assertThat(line)
        .isEqualTo(
            "wasserstein 128-256  combined  1.500 -0.250   1.000   0.500  0.750  0.000    0.900"
                + "    39,111   12.3");
    assertThat(heading.length()).isLessThanOrEqualTo(TrialColumns.MOST_CHARACTERS);
  }

  @Test
  void thereIsNoColumnOfLabelsWithoutLabels() {
    TrialColumns columns = new TrialColumns(KINDS, false);

    assertThat(columns.names()).doesNotContain("labelled");
    assertThat(columns.cells(Figures.of("a", Double.NaN, 1, Optional.empty(), 1, 1, 1, 1)))
        .hasSameSizeAs(columns.names())
        .contains("–");
  }

  @Test
  void whatFailedSaysWhyInOneLine() {
    TrialColumns columns = new TrialColumns(KINDS, false);
    String reason = "training diverged: " + "a long reason ".repeat(10);

    assertThat(columns.line(columns.failed("linear", reason)))
        .startsWith("linear               failed: training diverged")
        .endsWith(reason)
        .doesNotContain("\n");
  }

  @Test
  void aTableCanBeToldWithoutColumns() {
    TrialTable table =
        new TrialTable(
            List.of("candidate", "score", "error"),
            List.of(List.of("recipe", "combined", "0.100"), List.of("linear", "failed: why")),
            "the recipe stays");

    assertThat(table.words())
        .containsEntry("trial 00", "recipe, combined: error 0.100")
        .containsEntry("trial 01", "linear, failed: why")
        .containsEntry("trials", "the recipe stays");
  }
}
