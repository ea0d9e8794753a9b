package io.residua.detector.definition;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that cannot be used: everything that is wrong with it, in the file's order. */
public final class DefinitionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param problems at least one
   */
  public DefinitionException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, in the file's order. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * One thing that is wrong.
   *
   * @param path the setting's path, as in {@code features[2].transform}; empty for the whole file
   * @param line in the file, from 1; 0 where there is none
   * @param message what was expected and what was found
   */
  public record Problem(String path, int line, String message) {
    @Override
    public String toString() {
      String where = line > 0 ? "line " + line : "";
      String both = where + (where.isEmpty() || path.isEmpty() ? "" : ", ") + path;
      return both.isEmpty() ? message : both + ": " + message;
    }
  }
}
