package io.residua.cli.command;

import io.residua.cli.option.AtLeastOne;
import io.residua.cli.option.Output;
import io.residua.cli.option.PerDay;
import io.residua.cli.option.SimulationOptions;
import io.residua.cli.simulate.CardSimulation;
import io.residua.cli.simulate.SimulationFiles;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes simulated card transactions. */
@Command(
    name = "cards",
    description = "Write card transactions of people with habits, among them labelled frauds.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua simulate cards --out cards.csv.gz --incidents frauds.csv",
      "  residua simulate cards --out clean.jsonl --rows 20000 --frauds-per-day 0",
    })
public final class SimulateCardsCommand implements Callable<Integer> {
  @Mixin private SimulationOptions options;

  @Option(
      names = "--cards",
      paramLabel = "N",
      defaultValue = "200",
      converter = AtLeastOne.class,
      description = "How many cards (default: ${DEFAULT-VALUE}).")
  private long cards;

  @Option(
      names = "--frauds-per-day",
      paramLabel = "RATE",
      defaultValue = "0.01",
      converter = PerDay.class,
      description = "Frauds a card suffers a day, on average (default: ${DEFAULT-VALUE}).")
  private double fraudsPerDay;

  @Mixin private Output output;

  @Override
  public Integer call() throws IOException {
    CardSimulation simulation = new CardSimulation(options.seed(), cards, fraudsPerDay);
    SimulationReport.print(
        options,
        SimulationFiles.write(simulation, options.rows(), options.out(), options.incidents()),
        output);
    return 0;
  }
}
