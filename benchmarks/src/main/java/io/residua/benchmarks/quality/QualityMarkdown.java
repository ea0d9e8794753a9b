package io.residua.benchmarks.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What a run measured, as tables in Markdown: a summary, then each data set. */
final class QualityMarkdown {
  private final String protocol;
  private final List<QualityRow> rows;
  private final Set<String> families = new LinkedHashSet<>();
  private final Set<String> datasets = new LinkedHashSet<>();
  private final Set<Long> seeds = new LinkedHashSet<>();

  private QualityMarkdown(String protocol, List<QualityRow> rows) {
    this.protocol = protocol;
    this.rows = rows;
    for (QualityRow row : rows) {
      families.add(row.family());
      datasets.add(row.dataset());
      seeds.add(row.seed());
    }
  }

  /**
   * @param protocol in words
   * @param rows one for each data set, family and seed
   * @return lines
   */
  static List<String> of(String protocol, List<QualityRow> rows) {
    return new QualityMarkdown(protocol, rows).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("# Detection quality, %s".formatted(protocol));
    lines.add("");
    lines.add("%d data sets, seeds %s; means over both.".formatted(datasets.size(), seeds));
    lines.add("");
    lines.add(
        "| method | AUCROC | AUCPR | seeds' deviation | seconds of training | multiply-adds |");
    lines.add("|---|---|---|---|---|---|");
    families.forEach(family -> lines.add(summary(family)));
    lines.add("");
    lines.add("AUCROC / AUCPR of each data set:");
    lines.add("");
    lines.add("| data set | features | " + String.join(" | ", families) + " |");
    lines.add("|---|---|" + "---|".repeat(families.size()));
    datasets.forEach(dataset -> lines.add(line(dataset)));
    return lines;
  }

  private String summary(String family) {
    List<QualityRow> of = rows.stream().filter(row -> row.family().equals(family)).toList();
    double cost = mean(of, QualityRow::multiplyAdds);
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %s | %.1f | %s |",
        family,
        100 * mean(of, QualityRow::aucRoc),
        100 * mean(of, QualityRow::aucPr),
        seeds.size() < 2 ? "–" : String.format(Locale.ROOT, "%.2f", 100 * deviation(of)),
        mean(of, QualityRow::trainingSeconds),
        Double.isNaN(cost) ? "–" : String.format(Locale.ROOT, "%,.0f", cost));
  }

  /** Standard deviation, over the seeds, of the mean AUCROC. */
  private double deviation(List<QualityRow> of) {
    double[] means =
        seeds.stream()
            .mapToDouble(
                seed ->
                    mean(
                        of.stream().filter(row -> row.seed() == seed).toList(), QualityRow::aucRoc))
            .toArray();
    double mean = Arrays.stream(means).average().orElseThrow();
    double squares = Arrays.stream(means).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (means.length - 1));
  }

  private String line(String dataset) {
    StringBuilder line = new StringBuilder();
    List<QualityRow> of = rows.stream().filter(row -> row.dataset().equals(dataset)).toList();
    line.append("| %s | %d |".formatted(dataset, of.get(0).features()));
    for (String family : families) {
      List<QualityRow> cell = of.stream().filter(row -> row.family().equals(family)).toList();
      line.append(
          String.format(
              Locale.ROOT,
              " %.1f / %.1f |",
              100 * mean(cell, QualityRow::aucRoc),
              100 * mean(cell, QualityRow::aucPr)));
    }
    return line.toString();
  }

  private static double mean(List<QualityRow> rows, ToDoubleFunction<QualityRow> figure) {
    return rows.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
