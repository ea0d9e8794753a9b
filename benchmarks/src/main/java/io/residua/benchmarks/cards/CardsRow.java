package io.residua.benchmarks.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The result: the model beside the baseline.
 *
 * @param frauds how many each scenario has
 * @param possible what scores that are the labels would have
 */
record CardsRow(
    long seed, int rows, int[] frauds, Quality model, Quality baseline, Quality possible) {

  static String csvHeader() {
    List<String> names = new ArrayList<>();
    names.addAll(List.of("seed", "rows", "average_precision", "baseline_average_precision"));
    names.addAll(List.of("ratio", "auc_roc", "baseline_auc_roc", "card_precision_at_100"));
    names.addAll(List.of("baseline_card_precision_at_100", "possible_card_precision_at_100"));
    for (int scenario = 1; scenario <= Quality.SCENARIOS; scenario++) {
      String begin = "scenario_" + scenario;
      names.addAll(
          List.of(begin + "_frauds", begin + "_share_in_top", begin + "_baseline_share_in_top"));
    }
    return String.join(",", names);
  }

  /** Average precision of the model over that of the baseline. */
  double ratio() {
    return model.averagePrecision() / baseline.averagePrecision();
  }

  String csv() {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(seed));
    cells.add(String.valueOf(rows));
    for (double figure :
        new double[] {
          model.averagePrecision(),
          baseline.averagePrecision(),
          ratio(),
          model.aucRoc(),
          baseline.aucRoc(),
          model.cardPrecision(),
          baseline.cardPrecision(),
          possible.cardPrecision()
        }) {
      cells.add(decimal(figure));
    }
    for (int i = 0; i < Quality.SCENARIOS; i++) {
      cells.add(String.valueOf(frauds[i]));
      cells.add(decimal((double) model.found()[i] / frauds[i]));
      cells.add(decimal((double) baseline.found()[i] / frauds[i]));
    }
    return String.join(",", cells);
  }

  /** The same as a table of Markdown. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("| | model | baseline | best possible |");
    lines.add("|---|---|---|---|");
    lines.add(
        line(
            "average precision",
            decimal(model.averagePrecision()),
            decimal(baseline.averagePrecision()),
            "1.0000"));
    lines.add(line("AUCROC", decimal(model.aucRoc()), decimal(baseline.aucRoc()), "1.0000"));
    lines.add(
        line(
            "card precision@" + Quality.CARDS,
            decimal(model.cardPrecision()),
            decimal(baseline.cardPrecision()),
            decimal(possible.cardPrecision())));
    IntStream.range(0, Quality.SCENARIOS)
        .mapToObj(
            i ->
                line(
                    "scenario %d in the top 1 %%".formatted(i + 1),
                    found(model, i),
                    found(baseline, i),
                    found(possible, i)))
        .forEach(lines::add);
    return lines;
  }

  private String found(Quality quality, int scenario) {
    return "%d of %d".formatted(quality.found()[scenario], frauds[scenario]);
  }

  private static String line(String name, String model, String baseline, String possible) {
    return "| %s | %s | %s | %s |".formatted(name, model, baseline, possible);
  }

  private static String decimal(double figure) {
    return String.format(Locale.ROOT, "%.4f", figure);
  }
}
