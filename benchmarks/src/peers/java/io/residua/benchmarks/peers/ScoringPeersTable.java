package io.residua.benchmarks.peers;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmark and prints a table in Markdown, medians of iterations. */
final class ScoringPeersTable {
  private static final String OURS = "residua";
  private static final Map<String, String> NAMES = names();

  private ScoringPeersTable() {}

  static void print(Class<?> benchmark, String[] arguments)
      throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(arguments))
                    .include(benchmark.getName())
                    .build())
            .run();
    Map<String, Double> medians = new LinkedHashMap<>();
    for (RunResult result : results) {
      medians.put(
          result.getPrimaryResult().getLabel(),
          result.getPrimaryResult().getStatistics().getPercentile(50));
    }
    double ours = medians.getOrDefault(OURS, Double.NaN);
    System.out.println("| scorer | records/s | µs a record | Residua : it |");
    System.out.println("|---|---|---|---|");
    NAMES.forEach((id, name) -> print(name, medians.getOrDefault(id, Double.NaN), ours));
  }

  private static void print(String name, double rate, double ours) {
    System.out.printf(
        Locale.ROOT, "| %s | %,.0f | %.2f | %.1f |%n", name, rate, 1e6 / rate, ours / rate);
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(OURS, "Residua, the whole call");
    names.put("randomCutForest", "Random Cut Forest, 50 trees of 256");
    names.put("nearestNeighbours", "5th of 10,000 neighbours, brute force");
    names.put("mojoArray", "H2O's MOJO, 30-16-8-16-30, arrays");
    names.put("mojoMap", "H2O's MOJO by its wrapper, maps");
    return names;
  }
}
