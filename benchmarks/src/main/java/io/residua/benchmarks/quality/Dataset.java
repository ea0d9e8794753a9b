package io.residua.benchmarks.quality;

import io.residua.trainer.data.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A labelled table and its split.
 *
 * @param name the file's name without its end
 * @param table last column 0 (normal) or 1 (anomaly), all others features
 * @param split columns {@code row}, from 0, and {@code role}, {@code train} or {@code test}
 */
record Dataset(String name, Path table, Path split) {

  /** Every table of a folder that has a split of the same file name, in alphabetical order. */
  static List<Dataset> in(Path data, Path splits) throws IOException, QualityException {
    List<Dataset> datasets = new ArrayList<>();
    try (Stream<Path> files = Files.list(data)) {
      for (Path table : files.filter(file -> FileFormat.of(file).isPresent()).sorted().toList()) {
        Path split = splits.resolve(table.getFileName());
        if (Files.exists(split)) {
          datasets.add(new Dataset(name(table), table, split));
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
