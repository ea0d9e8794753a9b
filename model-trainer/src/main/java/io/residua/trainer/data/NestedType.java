package io.residua.trainer.data;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the fields out of a nested type's spelling, as in {@code STRUCT(a BIGINT, "b c" DATE)}. */
final class NestedType {
  private static final String OPENING = "STRUCT(";

  private final String text;
  private int at;

  private NestedType(String text) {
    this.text = text;
    this.at = OPENING.length();
  }

  static boolean isRecord(String type) {
    return type.startsWith(OPENING) && type.endsWith(")");
  }

  /** Names and types of a record's fields, in order. */
  static Map<String, String> fields(String type) {
    return new NestedType(type).read();
  }

  private Map<String, String> read() {
    Map<String, String> fields = new LinkedHashMap<>();
    while (at < text.length() - 1) {
      String name = name();
      fields.put(name, type());
    }
    return fields;
  }

  private String name() {
    if (text.charAt(at) != '"') {
      int end = text.indexOf(' ', at);
      String name = text.substring(at, end);
      at = end + 1;
      return name;
    }
    int end = afterQuoted(at, '"');
    String name = text.substring(at + 1, end - 1).replace("\"\"", "\"");
    at = end + 1;
    return name;
  }

  private String type() {
    int from = at;
    int depth = 0;
    while (at < text.length() - 1 && (depth > 0 || text.charAt(at) != ',')) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      at = c == '"' || c == '\'' ? afterQuoted(at, c) : at + 1;
    }
    String type = text.substring(from, at);
    at += ", ".length();
    return type;
  }

  /**
   * The place after a quoted text that begins at {@code from}; a doubled quote stands for itself.
   */
  private int afterQuoted(int from, char quote) {
    int end = from + 1;
    while (text.charAt(end) != quote
        || (end + 1 < text.length() && text.charAt(end + 1) == quote)) {
      end += text.charAt(end) == quote ? 2 : 1;
    }
    return end + 1;
  }
}
