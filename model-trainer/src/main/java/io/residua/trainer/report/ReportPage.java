package io.residua.trainer.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Writes {@code report.html}: one page that needs no network, no script and no other file, in
 * markup that is well-formed XML as well. The same data gives the same text.
 */
public final class ReportPage {
  /** The page may fetch and run nothing, whatever a name in it says. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private static final String STYLE = resource("report.css");

  private ReportPage() {}

  public static String html(ReportData data) {
    String name = data.detector() + ":" + data.version();
    Markup page = new Markup();
    page.open("html", "lang", "en");
    head(name, page);
    page.open("body").open("main");
    page.element("h1", name).element("p", "Residua training report", "class", "meaning");
    warnings(data.warnings(), page);
    Summary.tiles(data, page);
    LossChart.write(data, page);
    ScoreChart.write(data, page);
    data.evaluation().ifPresent(evaluation -> LabelCharts.write(evaluation, page));
    ReliabilityChart.write(data, page);
    FieldChart.write(data, page);
    LatentChart.write(data.latentSpace(), page);
    data.evaluation().ifPresent(evaluation -> Summary.evaluation(evaluation, page));
    Summary.table("Networks", data.networks(), page);
    Summary.table("Comparison", data.trials(), page);
    data.tried().ifPresent(table -> Summary.trials(table, page));
    Summary.table("Settings", data.settings(), page);
    Summary.table("Provenance", data.provenance(), page);
    page.close().close().close();
    return page.toString();
  }

  private static void head(String name, Markup page) {
    page.open("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    page.element("title", name + " · Residua training report").element("style", STYLE).close();
  }

  private static void warnings(List<String> warnings, Markup page) {
    if (!warnings.isEmpty()) {
      page.open("ul", "class", "warnings");
      warnings.forEach(warning -> page.element("li", warning));
      page.close();
    }
  }

  private static String resource(String name) {
    try (InputStream stream = ReportPage.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's own resource " + name, e);
    }
  }
}
