package io.residua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;

/** What holds for every command: help, examples that parse, exit codes and one-sentence errors. */
class ProgramTest {

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandShowsItsHelp(List<String> path) {
    List<String> words = new ArrayList<>(path);
    words.add("--help");

    Run run = Run.of(words.toArray());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith(("Usage: residua " + String.join(" ", path)).strip());
    assertThat(run.out()).contains("Examples:");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleInTheHelpParses(String example) {
    String[] words = example.strip().split(" +");

    Residua.commandLine().parseArgs(Arrays.copyOfRange(words, 1, words.length));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionIsDescribed(List<String> path) {
    for (OptionSpec option : command(path).getCommandSpec().options()) {
      assertThat(option.description()).as("%s of %s", option.longestName(), path).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --verbose                         | Missing required subcommand
          simulate                          | Missing required subcommand
          frobnicate                        | Unmatched argument at index 0: 'frobnicate'
          simulate cards                    | Missing required option: '--out=FILE'
          simulate cards --out              | Missing required parameter for option '--out' (FILE)
          simulate cards --out x.csv --bad  | Unknown option: '--bad'
          """)
  void wrongUseEndsWithTwoAndOneSentence(String line, String sentence) {
    Run run = Run.of((Object[]) line.split(" +"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error: " + sentence).contains("--help'.");
  }

  @Test
  void theVersionIsTheBuilds() {
    assertThat(Run.of("--version").out()).matches("(?s)residua \\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void theCompletionScriptKnowsEveryCommand() {
    Run run = Run.of("completion");

    assertThat(run.exitCode()).isZero();
    for (String name : Residua.commandLine().getSubcommands().keySet()) {
      assertThat(run.out()).contains(name);
    }
  }

  static Stream<List<String>> commands() {
    return below(List.of(), Residua.commandLine());
  }

  static Stream<Arguments> examples() {
    return commands()
        .flatMap(path -> Arrays.stream(command(path).getCommandSpec().usageMessage().footer()))
        .flatMap(line -> Stream.of(Help.Ansi.OFF.string(line).replaceAll("[()<]", " ")))
        .map(line -> line.replace(" source ", ""))
        .map(Arguments::of);
  }

  private static Stream<List<String>> below(List<String> path, CommandLine command) {
    Stream<List<String>> deeper =
        command.getSubcommands().entrySet().stream()
            .flatMap(
                entry -> {
                  List<String> longer = new ArrayList<>(path);
                  longer.add(entry.getKey());
                  return below(longer, entry.getValue());
                });
    return Stream.concat(Stream.of(path), deeper);
  }

  private static CommandLine command(List<String> path) {
    CommandLine command = Residua.commandLine();
    for (String name : path) {
      command = command.getSubcommands().get(name);
    }
    return command;
  }
}
