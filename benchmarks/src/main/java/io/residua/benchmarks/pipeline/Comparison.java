package io.residua.benchmarks.pipeline;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rounds of a topology that copies bytes and of one that scores, in turns, and their medians. */
final class Comparison {
  private final List<Measurement> copied = new ArrayList<>();
  private final List<Measurement> scored = new ArrayList<>();

  /**
   * Lets both run to warm up and then round after round, and prints each.
   *
   * @param warmUp rounds that are not measured
   * @param title before the number of each round
   */
  static Comparison of(
      Pipelines pipelines, int warmUp, int rounds, String title, PrintStream console)
      throws Exception {
    Comparison comparison = new Comparison();
    for (int round = 0; round < warmUp; round++) {
      pipelines.passThrough();
      pipelines.scoring();
    }
    for (int round = 1; round <= rounds; round++) {
      comparison.copied.add(pipelines.passThrough());
      comparison.scored.add(pipelines.scoring());
      console.printf(Locale.ROOT, "%sround %d%n", title, round);
      print(console, comparison.copied.get(round - 1), comparison.scored.get(round - 1));
    }
    console.printf("%smedian%n", title);
    print(console, comparison.passThrough(), comparison.scoring());
    console.printf(Locale.ROOT, "  ratio of rates: %.2f%n", comparison.ratio());
    console.printf(
        Locale.ROOT, "  ratio of processor time: %.2f%n", comparison.ratioOfProcessorTime());
    return comparison;
  }

  Measurement passThrough() {
    return Measurement.median(copied);
  }

  Measurement scoring() {
    return Measurement.median(scored);
  }

  /** The rate of scoring over that of copying, of the medians. */
  double ratio() {
    return scoring().rate() / passThrough().rate();
  }

  double ratioOfProcessorTime() {
    return passThrough().microseconds() / scoring().microseconds();
  }

  private static void print(PrintStream console, Measurement copying, Measurement scoring) {
    print(console, "pass-through", copying);
    print(console, "scoring     ", scoring);
  }

  private static void print(PrintStream console, String what, Measurement measured) {
    console.printf(
        Locale.ROOT,
        "  %s %,10.0f records/s, %5.2f µs of processor time a record%n",
        what,
        measured.rate(),
        measured.microseconds());
  }
}
