package io.residua.trainer.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Columns of the table of trials. They are set before its first line is written, so that lines can
 * be shown as they come; all of them are at most {@value #MOST_CHARACTERS} characters long.
 */
public final class TrialColumns {
  static final int MOST_CHARACTERS = 100;
  private static final int NAME = 20;
  private static final int SCORE = 8;
  private static final int NUMBER = 6;

  private final boolean labelled;
  private final List<String> names = new ArrayList<>();

  /**
   * @param kinds of synthetic anomalies
   * @param labelled whether there are labelled ones too
   */
  public TrialColumns(List<String> kinds, boolean labelled) {
    this.labelled = labelled;
    names.addAll(List.of("candidate", "score", "error", "stable"));
    names.addAll(kinds);
    if (labelled) {
      names.add("labelled");
    }
    names.addAll(List.of("mult-adds", "s"));
  }

  public List<String> names() {
    return List.copyOf(names);
  }

  /** One for each column. */
  public List<String> cells(TrialFigures figures) {
    List<String> cells = new ArrayList<>(List.of(figures.name(), figures.score()));
    cells.add(share(figures.error()));
    cells.add(share(figures.stability()));
    for (int kind = 0; kind < figures.synthetic().areas()[0].length; kind++) {
      cells.add(share(figures.synthetic().area(kind)));
    }
    if (labelled) {
      cells.add(share(figures.labelled().orElseThrow().area()));
    }
    cells.add(String.format(Locale.ROOT, "%,d", figures.multiplyAdds()));
    cells.add(String.format(Locale.ROOT, "%.1f", figures.seconds()));
    return cells;
  }

  /** Of a candidate that could not be trained. */
  public List<String> failed(String name, String reason) {
    return List.of(name, "failed: " + reason);
  }

  /** Cells in their columns, as one line of text; a reason of failure is as long as it is. */
  public String line(List<String> cells) {
    StringBuilder line = new StringBuilder(left(cells.get(0), NAME));
    boolean whole = cells.size() == names.size();
    line.append(' ').append(whole ? left(cells.get(1), SCORE) : cells.get(1));
    for (int i = 2; i < cells.size(); i++) {
      int width = Math.max(NUMBER, names.get(i).length());
      line.append(' ').append(" ".repeat(Math.max(0, width - cells.get(i).length())));
      line.append(cells.get(i));
    }
    return line.toString();
  }

  private static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.3f", share);
  }
}
