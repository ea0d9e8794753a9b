package io.residua.cli.option;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command's results go: standard output, as text or as one JSON object. */
public final class Output {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  public boolean json() {
    return json;
  }

  /** Prints the result in the form that the user asked for. */
  public void result(Map<String, ?> fields, String text) {
    out().println(json ? asJson(fields) : text);
    out().flush();
  }

  /** Where results go: standard output. */
  public PrintWriter out() {
    return command.commandLine().getOut();
  }

  /** Where progress and warnings go: standard error. */
  public PrintWriter err() {
    return command.commandLine().getErr();
  }

  /** Says something about the work rather than its result, on standard error. */
  public void note(String line) {
    err().println(line);
    err().flush();
  }

  private static String asJson(Map<String, ?> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a result that is not JSON", impossible);
    }
  }
}
