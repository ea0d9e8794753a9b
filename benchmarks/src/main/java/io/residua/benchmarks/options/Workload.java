package io.residua.benchmarks.options;

import java.util.Map;
import picocli.CommandLine.Option;

/** What every benchmark of a pipeline is asked: how much of what, and with which settings. */
public final class Workload {
  @Option(
      names = "--records",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "Records whose rate a round measures (default: ${DEFAULT-VALUE}).")
  private int records;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "Measured rounds (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "Partitions of every topic (default: ${DEFAULT-VALUE}).")
  private int partitions = 4;

  @Option(
      names = "--outputs",
      paramLabel = "YAML",
      description = "What is written, as in a definition (default: ${DEFAULT-VALUE}).")
  private String outputs;

  @Option(
      names = "--kafka",
      paramLabel = "NAME=VALUE",
      description = "A setting of Kafka, for both sides; may be given again.")
  private Map<String, String> kafka = Map.of();

  /** With a benchmark's own defaults. */
  public Workload(int records, int rounds, String outputs) {
    this.records = records;
    this.rounds = rounds;
    this.outputs = outputs;
  }

  public int records() {
    return records;
  }

  public int rounds() {
    return rounds;
  }

  public int partitions() {
    return partitions;
  }

  public String outputs() {
    return outputs;
  }

  /** Settings of Kafka, as they are. */
  public Map<String, String> kafka() {
    return kafka;
  }
}
