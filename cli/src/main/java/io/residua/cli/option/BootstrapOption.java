package io.residua.cli.option;

import picocli.CommandLine.Option;

/** Which Kafka a command talks to. */
public final class BootstrapOption {
  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "Kafka brokers, separated by commas (default: ${DEFAULT-VALUE}).")
  private String servers;

  public String servers() {
    return servers;
  }
}
