package io.residua.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the simulations have in common. */
public final class SimulationOptions {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the records go: .csv or .jsonl, each with or without .gz.")
  private Path out;

  @Option(
      names = "--incidents",
      paramLabel = "FILE",
      description = "Where the injected incidents go, in the same formats.")
  private Optional<Path> incidents;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "50000",
      converter = AtLeastOne.class,
      description = "How many records (default: ${DEFAULT-VALUE}).")
  private long rows;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed gives the same records (default: ${DEFAULT-VALUE}).")
  private long seed;

  public Path out() {
    return out;
  }

  public Optional<Path> incidents() {
    return incidents;
  }

  public long seed() {
    return seed;
  }

  public long rows() {
    return rows;
  }
}
