package io.residua.cli.command;

import picocli.CommandLine.Command;

/** Groups what can be done with published models. */
@Command(
    name = "models",
    description = "Show and check published models.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua models list",
      "  residua models show card-fraud:3",
      "  residua models verify card-fraud",
    },
    subcommands = {
      ModelsListCommand.class,
      ModelsShowCommand.class,
      ModelsVerifyCommand.class,
    })
public final class ModelsCommand {}
