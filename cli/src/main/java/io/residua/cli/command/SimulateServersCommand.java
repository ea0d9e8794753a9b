package io.residua.cli.command;

import io.residua.cli.option.AtLeastOne;
import io.residua.cli.option.Output;
import io.residua.cli.option.PerDay;
import io.residua.cli.option.SimulationOptions;
import io.residua.cli.simulate.ServerSimulation;
import io.residua.cli.simulate.SimulationFiles;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes simulated server metrics. */
@Command(
    name = "servers",
    description = "Write metrics of servers minute by minute, with labelled incidents.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua simulate servers --out servers.csv.gz --incidents incidents.csv",
      "  residua simulate servers --out clean.csv --servers 1 --incidents-per-day 0",
    })
public final class SimulateServersCommand implements Callable<Integer> {
  @Mixin private SimulationOptions options;

  @Option(
      names = "--servers",
      paramLabel = "N",
      defaultValue = "3",
      converter = AtLeastOne.class,
      description = "How many servers (default: ${DEFAULT-VALUE}).")
  private long servers;

  @Option(
      names = "--incidents-per-day",
      paramLabel = "RATE",
      defaultValue = "0.8",
      converter = PerDay.class,
      description = "Incidents of a server a day, on average (default: ${DEFAULT-VALUE}).")
  private double incidentsPerDay;

  @Mixin private Output output;

  @Override
  public Integer call() throws IOException {
    ServerSimulation simulation = new ServerSimulation(options.seed(), servers, incidentsPerDay);
    SimulationReport.print(
        options,
        SimulationFiles.write(simulation, options.rows(), options.out(), options.incidents()),
        output);
    return 0;
  }
}
