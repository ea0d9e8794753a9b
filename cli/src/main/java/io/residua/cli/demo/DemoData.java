package io.residua.cli.demo;

import io.residua.cli.CommandFailure;
import io.residua.cli.simulate.CardSimulation;
import io.residua.cli.simulate.SimulationFiles;
import io.residua.detector.suggest.DefinitionSuggester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a demo.
 *
 * @param name what the data are called
 * @param train normal records, or labelled ones
 * @param test what is played as a stream
 * @param incidents what went wrong in it, where a file says so
 */
record DemoData(String name, Path train, Path test, Optional<Path> incidents) {
  private static final int CARDS = 200;
  private static final double FRAUDS_PER_DAY = 0.01;
  private static final long TRAINING_RECORDS = 40_000;
  private static final long TEST_RECORDS = 20_000;

  /** Simulates the same people for two periods, one after the other. */
  static DemoData simulate(Workspace workspace, long seed) throws IOException {
    CardSimulation cards = new CardSimulation(seed, CARDS, FRAUDS_PER_DAY);
    Path train = workspace.file("cards_train.csv.gz");
    Path test = workspace.file("cards_test.csv.gz");
    Path incidents = workspace.file("cards_incidents.csv");
    SimulationFiles.write(cards, TRAINING_RECORDS, train, Optional.empty());
    SimulationFiles.write(cards, TEST_RECORDS, test, Optional.of(incidents));
    return new DemoData("cards", train, test, Optional.of(incidents));
  }

  /**
   * The files of a folder, told by their names.
   *
   * @throws CommandFailure when there is not exactly one training and one test file
   */
  static DemoData in(Path folder) throws CommandFailure, IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    Path train = only(folder, "train");
    Path test = only(folder, "test");
    List<Path> incidents = files(folder, "incidents");
    String name = train.getFileName().toString().replaceFirst("_train\\..*", "");
    return new DemoData(
        DefinitionSuggester.nameFrom(name), train, test, incidents.stream().findFirst());
  }

  private static Path only(Path folder, String role) throws CommandFailure, IOException {
    List<Path> found = files(folder, role);
    if (found.size() != 1) {
      throw new CommandFailure(
          "expected one file *_%s.csv, .csv.gz, .jsonl or .parquet in %s, found %d"
              .formatted(role, folder, found.size()));
    }
    return found.get(0);
  }

  private static List<Path> files(Path folder, String role) throws IOException {
    String pattern = ".*_" + role + "\\.(csv|csv\\.gz|jsonl|jsonl\\.gz|parquet)";
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.getFileName().toString().matches(pattern)).sorted().toList();
    }
  }
}
