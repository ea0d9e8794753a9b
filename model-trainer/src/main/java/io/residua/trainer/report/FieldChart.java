package io.residua.trainer.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which fields the network rebuilds badly on normal records. */
final class FieldChart {
  private static final int MOST_FIELDS = 40;
  private static final Comparator<FieldError> WORST_FIRST =
      Comparator.comparingDouble(FieldChart::rank).reversed().thenComparing(FieldError::field);

  private FieldChart() {}

  static void write(ReportData data, Markup page) {
    Chart.open(
        page,
        "Error by field",
        "Mean squared residual of each field over the held-out normal records, in scaled units: 0"
            + " is rebuilt exactly, 1 is no better than the field's mean.");
    List<FieldError> shown =
        data.fieldErrors().stream().sorted(WORST_FIRST).limit(MOST_FIELDS).toList();
    double largest = shown.stream().mapToDouble(FieldChart::rank).max().orElse(0);
    page.open("table", "class", "bars");
    shown.forEach(error -> row(error, largest, page));
    page.close();
    if (data.fieldErrors().size() > MOST_FIELDS) {
      page.element(
          "p", "The %d worst of %d fields.".formatted(MOST_FIELDS, data.fieldErrors().size()));
    }
    Chart.close(page);
  }

  /** What was never observed stands below every measured field. */
  private static double rank(FieldError error) {
    double value = error.meanSquaredResidual();
    return Double.isNaN(value) ? -1 : Math.min(value, Double.MAX_VALUE);
  }

  private static void row(FieldError error, double largest, Markup page) {
    double share = largest > 0 ? Math.max(0, rank(error)) / largest : 0;
    page.open("tr").element("th", error.field(), "scope", "row");
    page.open("td", "class", "track");
    page.open("svg", "viewBox", "0 0 100 10", "preserveAspectRatio", "none", "aria-hidden", "true");
    page.empty(
        "rect",
        "class",
        "bar main",
        "width",
        String.format(Locale.ROOT, "%.2f", 100 * share),
        "height",
        10);
    page.close().close();
    page.element("td", Figure.of(error.meanSquaredResidual()), "class", "number").close();
  }
}
