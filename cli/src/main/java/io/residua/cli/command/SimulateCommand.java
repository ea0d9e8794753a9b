package io.residua.cli.command;

import picocli.CommandLine.Command;

/** Groups the simulations. */
@Command(
    name = "simulate",
    description = "Write a realistic stream with labelled anomalies to a file.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua simulate cards --out cards.csv.gz",
      "  residua simulate servers --out servers.jsonl --rows 10000 --seed 7",
    },
    subcommands = {SimulateCardsCommand.class, SimulateServersCommand.class})
public final class SimulateCommand {}
