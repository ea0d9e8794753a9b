package io.residua.benchmarks.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which metrics went wrong from which row to which, as the data set's authors say. A line reads
 * {@code FROM-TO:METRIC,METRIC...}; rows count from 0, metrics from 1.
 *
 * @param rows the incident
 * @param metrics names of its culprits
 */
record CulpritLabels(RowRange rows, Set<String> metrics) {
  private static final Pattern LINE = Pattern.compile("(\\d+)-(\\d+):(\\d+(?:,\\d+)*)");

  /**
   * Reads a file of labels.
   *
   * @param names the metrics, in the order of the columns
   */
  static List<CulpritLabels> read(Path file, List<String> names)
      throws IOException, SeriesException {
    List<CulpritLabels> labels = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        labels.add(parse(line.strip(), names, file));
      }
    }
    return labels;
  }

  private static CulpritLabels parse(String line, List<String> names, Path file)
      throws SeriesException {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new SeriesException(
          "%s: expected a line like 246-252:1,2,13, found %s".formatted(file.getFileName(), line));
    }
    Set<String> metrics = new TreeSet<>();
    for (String number : parts.group(3).split(",")) {
      int metric = Integer.parseInt(number);
      if (metric < 1 || metric > names.size()) {
        throw new SeriesException(
            "%s: expected metrics 1 to %d, found %s"
                .formatted(file.getFileName(), names.size(), number));
      }
      metrics.add(names.get(metric - 1));
    }
    int from = Integer.parseInt(parts.group(1));
    return new CulpritLabels(new RowRange(from, Integer.parseInt(parts.group(2))), metrics);
  }
}
