package io.residua.detector.definition;

import io.residua.detector.definition.DefinitionException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with a definition while it is read. */
final class Problems {
  /** More would not be read, and a hostile file must not make a message of megabytes. */
  private static final int MOST = 100;

  private final List<Problem> found = new ArrayList<>();
  private int leftOut;

  void add(String path, Node where, String message) {
    add(path, where.getStartMark().getLine() + 1, message);
  }

  void add(String path, int line, String message) {
    if (found.size() == MOST) {
      leftOut++;
    } else {
      found.add(new Problem(path, line, message));
    }
  }

  /** Throws when anything was added. */
  void throwIfAny() throws DefinitionException {
    if (found.isEmpty()) {
      return;
    }
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(Problem::line));
    if (leftOut > 0) {
      sorted.add(new Problem("", 0, "and " + leftOut + " more problems"));
    }
    throw new DefinitionException(sorted);
  }
}
