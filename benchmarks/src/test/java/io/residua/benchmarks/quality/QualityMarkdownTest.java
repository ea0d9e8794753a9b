package io.residua.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QualityMarkdownTest {
  @Test
  void showsEachMethodsMeansAndEachDataSet() {
    List<String> lines =
        QualityMarkdown.of(
            "random split",
            List.of(
                row("wine", "auto", 1, 0.9, 21_000),
                row("glass", "auto", 1, 0.8, 19_000),
                row("wine", "auto", 2, 0.94, 21_000),
                row("glass", "auto", 2, 0.84, 19_000),
                row("wine", "knn", 1, 0.7, Double.NaN),
                row("glass", "knn", 1, 0.6, Double.NaN),
                row("wine", "knn", 2, 0.7, Double.NaN),
                row("glass", "knn", 2, 0.6, Double.NaN)));

    assertThat(lines)
        .contains(
            "2 data sets, seeds [1, 2]; means over both.",
            "| auto | 87.0 | 50.0 | 2.83 | 4.0 | 20,000 |",
            "| knn | 65.0 | 50.0 | 0.00 | 4.0 | – |",
            "| data set | features | auto | knn |",
            "| wine | 13 | 92.0 / 50.0 | 70.0 / 50.0 |");
  }

  private static QualityRow row(
      String dataset, String family, long seed, double aucRoc, double cost) {
    return new QualityRow(
        dataset, family, seed, 50, 50, 13, aucRoc, 0.5, Double.NaN, Double.NaN, 4, cost);
  }
}
