package io.residua.benchmarks.peers;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Runs a benchmark and prints records a second as a table in Markdown, medians of iterations. */
final class NetworkTable {
  private static final String[] COLUMNS = {"vector", "scalar", "onnxRuntime", "dl4j"};

  private NetworkTable() {}

  static void print(Class<?> benchmark, String[] arguments)
      throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(arguments))
                    .include(benchmark.getName())
                    .build())
            .run();
    TreeMap<String, TreeMap<Integer, TreeMap<String, Double>>> table = new TreeMap<>();
    for (RunResult result : results) {
      Statistics records = result.getSecondaryResults().get("records").getStatistics();
      table
          .computeIfAbsent(result.getParams().getParam("network"), any -> new TreeMap<>())
          .computeIfAbsent(
              Integer.valueOf(result.getParams().getParam("batch")), any -> new TreeMap<>())
          .put(result.getPrimaryResult().getLabel(), records.getPercentile(50));
    }
    System.out.println(
        "| network | batch | vectors | plain Java | ONNX Runtime | DL4J | vectors : ONNX Runtime"
            + " | vectors : DL4J |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    table.forEach((network, batches) -> batches.forEach((batch, row) -> print(network, batch, row)));
  }

  private static void print(String network, int batch, TreeMap<String, Double> row) {
    StringBuilder line = new StringBuilder("| " + network + " | " + batch + " | ");
    for (String column : COLUMNS) {
      line.append(String.format(Locale.ROOT, "%,.0f | ", row.getOrDefault(column, Double.NaN)));
    }
    double ours = row.getOrDefault("vector", Double.NaN);
    line.append(
        String.format(
            Locale.ROOT,
            "%.2f | %.1f |",
            ours / row.getOrDefault("onnxRuntime", Double.NaN),
            ours / row.getOrDefault("dl4j", Double.NaN)));
    System.out.println(line);
  }
}
