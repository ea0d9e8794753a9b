package io.residua.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns figures that JMH has written into a table, medians of iterations. */
final class JmhTable {
  private static final String RECORDS = "records";
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final JsonNode runs;
  private final String ours;
  private final Set<String> parameters = new LinkedHashSet<>();
  private boolean allocation;

  private JmhTable(JsonNode runs, String ours) {
    this.runs = runs;
    this.ours = ours;
    for (JsonNode run : runs) {
      run.path("params").fieldNames().forEachRemaining(parameters::add);
      allocation |= run.path("secondaryMetrics").has(ALLOCATED);
    }
  }

  /**
   * @param ours the benchmark that a ratio to each other one is told of; empty for none
   * @throws IOException when the file is not JMH's, with its name
   */
  static Table read(Path file, String ours) throws IOException {
    try {
      JsonNode runs = new ObjectMapper().readTree(file.toFile());
      if (!(runs instanceof ArrayNode) || runs.isEmpty()) {
        throw new IOException(file + ": expected runs of JMH, found none");
      }
      return new JmhTable(runs, ours).table();
    } catch (JsonProcessingException e) {
      throw new IOException(
          "%s: expected figures of JMH, found %s".formatted(file, e.getOriginalMessage()), e);
    }
  }

  private Table table() {
    List<Column> columns = new ArrayList<>(List.of(Column.plain("benchmark")));
    parameters.forEach(name -> columns.add(Column.plain(name)));
    columns.add(Column.plain("records/s"));
    if (allocation) {
      columns.add(Column.plain("bytes allocated a record"));
    }
    if (!ours.isEmpty()) {
      columns.add(Column.decimals(ours + " : it", 2));
    }
    List<List<Object>> rows = new ArrayList<>();
    runs.forEach(run -> rows.add(row(run)));
    return new Table("Medians of iterations, one thread", columns, rows);
  }

  private List<Object> row(JsonNode run) {
    List<Object> row = new ArrayList<>(List.of(name(run)));
    parameters.forEach(parameter -> row.add(run.path("params").path(parameter).asText()));
    row.add(rate(run));
    if (allocation) {
      row.add(median(run.path("secondaryMetrics").path(ALLOCATED)));
    }
    if (!ours.isEmpty()) {
      row.add(rateOfOurs(run.path("params")) / rate(run));
    }
    return row;
  }

  /** NaN where ours was not measured with these parameters. */
  private double rateOfOurs(JsonNode of) {
    for (JsonNode run : runs) {
      if (name(run).equals(ours) && run.path("params").equals(of)) {
        return rate(run);
      }
    }
    return Double.NaN;
  }

  /** Calls a second, or the records that they say they took. */
  private static double rate(JsonNode run) {
    JsonNode records = run.path("secondaryMetrics").path(RECORDS);
    return median(records.isMissingNode() ? run.path("primaryMetric") : records);
  }

  private static double median(JsonNode metric) {
    List<Double> values = new ArrayList<>();
    metric.path("rawData").forEach(fork -> fork.forEach(value -> values.add(value.asDouble())));
    return values.isEmpty() ? Double.NaN : Median.of(values);
  }

  private static String name(JsonNode run) {
    String full = run.path("benchmark").asText();
    return full.substring(full.lastIndexOf('.') + 1);
  }
}
