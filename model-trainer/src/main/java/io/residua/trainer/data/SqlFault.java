package io.residua.trainer.data;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DuckDB complains of, in one sentence. */
final class SqlFault {
  private static final int LONGEST = 300;
  private static final Pattern CSV_LINE = Pattern.compile("CSV Error on Line: (\\d+)");

  private SqlFault() {}

  static DataException inData(String name, SQLException fault) {
    String text =
        String.valueOf(fault.getMessage())
            .replaceFirst("(?s)^.*closed pending query result\\s*Error: ", "");
    Matcher line = CSV_LINE.matcher(text);
    String complaint = line.find() ? "line " + line.group(1) + ": " + csv(text) : first(text);
    return new DataException(name + " cannot be read: " + cut(complaint), fault);
  }

  /** The complaint stands between the line's text, which may be anything, and what may help. */
  private static String csv(String text) {
    int end = text.indexOf("\nPossible fixes:");
    String before = end < 0 ? text : text.substring(0, end);
    return before.lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b).strip();
  }

  private static String first(String text) {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("unknown fault").strip();
  }

  private static String cut(String sentence) {
    return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
  }
}
