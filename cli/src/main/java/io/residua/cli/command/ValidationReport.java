package io.residua.cli.command;

import io.residua.cli.option.Output;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a validation found.
 *
 * @param problems why the definition cannot be used; empty when it can
 * @param warnings what its author should know all the same
 */
record ValidationReport(List<String> problems, List<String> warnings) {
  ValidationReport {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  static ValidationReport right(List<String> warnings) {
    return new ValidationReport(List.of(), warnings);
  }

  static ValidationReport wrong(List<String> problems) {
    return new ValidationReport(problems, List.of());
  }

  boolean valid() {
    return problems.isEmpty();
  }

  /** Problems are what the user asked for, so they go to standard output. */
  void print(Path definition, Output output) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("definition", definition.toString());
    fields.put("valid", valid());
    fields.put("problems", problems);
    fields.put("warnings", warnings);
    StringBuilder text = new StringBuilder();
    problems.forEach(problem -> text.append(definition + ": " + problem + "\n"));
    warnings.forEach(warning -> text.append("warning: " + warning + "\n"));
    if (valid()) {
      text.append(definition + " is a valid definition\n");
    }
    output.result(fields, text.toString().stripTrailing());
  }
}
