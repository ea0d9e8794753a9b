package io.residua.cli;

import io.residua.cli.command.BrokerCommand;
import io.residua.cli.command.CompletionCommand;
import io.residua.cli.command.DemoCommand;
import io.residua.cli.command.EvaluateCommand;
import io.residua.cli.command.ModelsCommand;
import io.residua.cli.command.ProduceCommand;
import io.residua.cli.command.RunCommand;
import io.residua.cli.command.SampleCommand;
import io.residua.cli.command.ScoreCommand;
import io.residua.cli.command.SimulateCommand;
import io.residua.cli.command.SuggestCommand;
import io.residua.cli.command.TrainCommand;
import io.residua.cli.command.ValidateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The program {@code residua}: exit code 0 for success, 1 for failure, 2 for wrong use. */
@Command(
    name = "residua",
    description = "Finds records that do not look like the normal ones, and says why.",
    versionProvider = Version.class,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua demo",
      "  residua train --help",
    },
    subcommands = {
      DemoCommand.class,
      SimulateCommand.class,
      SuggestCommand.class,
      ValidateCommand.class,
      TrainCommand.class,
      ModelsCommand.class,
      EvaluateCommand.class,
      ScoreCommand.class,
      SampleCommand.class,
      RunCommand.class,
      ProduceCommand.class,
      BrokerCommand.class,
      CompletionCommand.class,
    })
public final class Residua {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      order = 1000,
      description = "Show this help and exit.")
  private boolean help;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      order = 1001,
      description = "Log what libraries do, and show stack traces of errors.")
  private boolean verbose;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      order = 1002,
      description = "Show the version and exit.")
  private boolean version;

  private Residua() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The whole program as picocli's model, ready to execute. */
  public static CommandLine commandLine() {
    Residua program = new Residua();
    CommandLine commandLine = new CommandLine(program);
    Failures failures = new Failures(() -> program.verbose);
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(parsed -> program.execute(parsed))
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
  }

  private int execute(ParseResult parsed) {
    Logging.configure(verbose, serves(parsed));
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutOfMemoryError | NoClassDefFoundError failure) {
      throw new ExecutionException(parsed.commandSpec().commandLine(), "", failure);
    }
  }

  /** Whether the command serves until it is stopped, so that its log is worth reading. */
  private static boolean serves(ParseResult parsed) {
    CommandSpec last =
        parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1).getCommandSpec();
    return last.userObject() instanceof Service;
  }
}
