package io.residua.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What one run of a benchmark has measured.
 *
 * @param title of its part of a page
 * @param notes sentences that a reader of the figures needs
 */
public record Result(String title, List<String> notes, List<Table> tables, List<Plot> plots) {
  public Result {
    notes = List.copyOf(notes);
    tables = List.copyOf(tables);
    plots = List.copyOf(plots);
  }

  /**
   * In Markdown, without the title.
   *
   * @param plotFolder where the plots are, as the page names it
   */
  List<String> markdown(String plotFolder) {
    List<String> lines = new ArrayList<>();
    notes.forEach(note -> paragraph(lines, List.of(note)));
    for (Table table : tables) {
      paragraph(lines, List.of(table.title() + ":"));
      paragraph(lines, table.markdown());
    }
    for (Plot plot : plots) {
      paragraph(
          lines, List.of("![%s](%s/%s.svg)".formatted(plot.title(), plotFolder, plot.name())));
    }
    return lines;
  }

  private static void paragraph(List<String> lines, List<String> paragraph) {
    lines.addAll(paragraph);
    lines.add("");
  }
}
