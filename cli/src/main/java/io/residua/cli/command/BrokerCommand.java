package io.residua.cli.command;

import io.residua.cli.Part;
import io.residua.cli.Service;
import io.residua.cli.option.Output;
import io.residua.cli.option.Port;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs Kafka's own server until it is stopped. */
@Command(
    name = "broker",
    description = {
      "Run Kafka's own server, for a machine that has none. It stops at Ctrl-C.",
      "One broker without replicas and without access control: for trying out, not for production."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua broker",
      "  residua broker --data kafka-data --port 9092",
    })
public final class BrokerCommand implements Callable<Integer>, Service {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where topics are kept between runs; without it they end with the broker.")
  private Optional<Path> data;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "localhost",
      description = "Where to listen, and what clients are told (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9092",
      converter = Port.class,
      description = "Port for clients, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Mixin private Output output;

  @Override
  public Integer call() throws Exception {
    Part.BROKER.require();
    BrokerService.run(data, host, port, output);
    return 0;
  }
}
