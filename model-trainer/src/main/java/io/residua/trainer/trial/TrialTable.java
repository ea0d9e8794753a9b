package io.residua.trainer.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was tried, line by line, and why the winner won.
 *
 * @param columns their headings
 * @param rows cells as people read them; a row with fewer than there are columns tells in its last
 *     one why its candidate failed
 * @param why a sentence
 */
public record TrialTable(List<String> columns, List<List<String>> rows, String why) {
  public TrialTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    Objects.requireNonNull(why, "why");
  }

  /** By number, each row with its columns' names, then why; for where there are no columns. */
  public Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      words.put("trial %02d".formatted(i), words(rows.get(i)));
    }
    words.put("trials", why);
    return words;
  }

  private String words(List<String> cells) {
    if (cells.size() < columns.size()) {
      return String.join(", ", cells);
    }
    return IntStream.range(2, cells.size())
        .mapToObj(i -> columns.get(i) + " " + cells.get(i))
        .collect(Collectors.joining(", ", cells.get(0) + ", " + cells.get(1) + ": ", ""));
  }
}
