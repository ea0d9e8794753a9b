package io.residua.benchmarks.peers;

import io.residua.detector.definition.Family;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs both benchmarks of training and prints two tables in Markdown, medians of iterations. */
final class TrainingTable {
  private static final String OURS = "ours";
  private static final String LIBRARY = "dl4j";

  private TrainingTable() {}

  static void print(String[] arguments) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(arguments))
                    .include(TrainingBenchmark.class.getName())
                    .include(FamilyTrainingBenchmark.class.getName())
                    .param("family", families())
                    .build())
            .run();
    printBesideLibrary(results);
    printFamilies(results);
  }

  /** All but the one that chooses among the others. */
  private static String[] families() {
    return Arrays.stream(Family.values())
        .filter(family -> family != Family.AUTO)
        .map(Family::id)
        .toArray(String[]::new);
  }

  private static void printBesideLibrary(Collection<RunResult> results) {
    Map<Integer, Map<String, Double>> table = new TreeMap<>();
    for (RunResult result : results) {
      String batch = result.getParams().getParam("batch");
      if (batch != null) {
        table
            .computeIfAbsent(Integer.valueOf(batch), any -> new TreeMap<>())
            .put(result.getPrimaryResult().getLabel(), rows(result));
      }
    }
    System.out.println("| batch | Residua, steps/s | DL4J, steps/s | Residua : DL4J |");
    System.out.println("|---|---|---|---|");
    table.forEach(
        (batch, row) -> {
          double ours = row.getOrDefault(OURS, Double.NaN);
          double library = row.getOrDefault(LIBRARY, Double.NaN);
          System.out.printf(
              Locale.ROOT,
              "| %d | %,.0f | %,.0f | %.1f |%n",
              batch,
              ours / batch,
              library / batch,
              ours / library);
        });
  }

  private static void printFamilies(Collection<RunResult> results) {
    System.out.println();
    System.out.println("| family | rows/s |");
    System.out.println("|---|---|");
    for (RunResult result : results) {
      String family = result.getParams().getParam("family");
      if (family != null) {
        System.out.printf(Locale.ROOT, "| %s | %,.0f |%n", family, rows(result));
      }
    }
  }

  private static double rows(RunResult result) {
    return result.getSecondaryResults().get("records").getStatistics().getPercentile(50);
  }
}
