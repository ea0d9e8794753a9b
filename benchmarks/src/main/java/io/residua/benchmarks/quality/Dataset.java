package io.residua.benchmarks.quality;

import io.residua.trainer.data.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A labelled table and how it is divided.
 *
 * @param name the file's name without its end
 * @param table last column 0 (normal) or 1 (anomaly), all others features
 * @param split a file as {@link Roles} reads it; empty for the ordered protocol
 * @param told how many of the anomalies do not test, but are told to models that learn labelled
 *     ones
 */
record Dataset(String name, Path table, Optional<Path> split, int told) {

  /** The same with so many anomalies told. */
  Dataset telling(int anomalies) {
    return new Dataset(name, table, split, anomalies);
  }

  /** Every table of a folder, in alphabetical order, for the ordered protocol. */
  static List<Dataset> in(Path data) throws IOException, QualityException {
    List<Dataset> datasets = new ArrayList<>();
    try (Stream<Path> files = Files.list(data)) {
      files
          .filter(file -> FileFormat.of(file).isPresent())
          .sorted()
          .forEach(table -> datasets.add(new Dataset(name(table), table, Optional.empty(), 0)));
    }
    if (datasets.isEmpty()) {
      throw new QualityException("expected tables in %s, found none".formatted(data));
    }
    return datasets;
  }

  /** Every table of a folder that has a split of the same file name, in alphabetical order. */
  static List<Dataset> in(Path data, Path splits) throws IOException, QualityException {
    List<Dataset> datasets = new ArrayList<>();
    try (Stream<Path> files = Files.list(data)) {
      for (Path table : files.filter(file -> FileFormat.of(file).isPresent()).sorted().toList()) {
        Path split = splits.resolve(table.getFileName());
        if (Files.exists(split)) {
          datasets.add(new Dataset(name(table), table, Optional.of(split), 0));
        }
      }
    }
    if (datasets.isEmpty()) {
      throw new QualityException(
          "expected tables in %s and splits of the same names in %s, found none"
              .formatted(data, splits));
    }
    return datasets;
  }

  private static String name(Path table) {
    return table.getFileName().toString().replaceFirst("\\..*", "");
  }
}
