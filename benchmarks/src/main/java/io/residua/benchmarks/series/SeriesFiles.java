package io.residua.benchmarks.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one key.
 *
 * @param key as the file names begin
 * @param train columns {@code key}, {@code t} (row number from 0), the metrics, {@code label}
 * @param test of the same columns; its rows come after those of {@code train}
 * @param culprits which metrics went wrong in which incident, where there is such a file
 */
record SeriesFiles(String key, Path train, Path test, Optional<Path> culprits) {
  private static final Pattern TRAIN = Pattern.compile("(.+)_train(\\.csv(?:\\.gz)?)");

  /**
   * Every key of a folder, in alphabetical order.
   *
   * @throws SeriesException when there is none, or one has no test file
   */
  static List<SeriesFiles> in(Path folder) throws IOException, SeriesException {
    List<SeriesFiles> keys = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path train : files.sorted().toList()) {
        Matcher name = TRAIN.matcher(train.getFileName().toString());
        if (name.matches()) {
          keys.add(of(train, name.group(1), name.group(2)));
        }
      }
    }
    if (keys.isEmpty()) {
      throw new SeriesException(
          "expected files KEY_train.csv.gz and KEY_test.csv.gz in %s, found none"
              .formatted(folder));
    }
    return keys;
  }

  private static SeriesFiles of(Path train, String key, String end) throws SeriesException {
    Path test = train.resolveSibling(key + "_test" + end);
    if (!Files.exists(test)) {
      throw new SeriesException(
          "expected %s beside %s, found none".formatted(test.getFileName(), train));
    }
    Path culprits = train.resolveSibling(key + "_interpretation_label.txt");
    return new SeriesFiles(key, train, test, Optional.of(culprits).filter(Files::exists));
  }
}
