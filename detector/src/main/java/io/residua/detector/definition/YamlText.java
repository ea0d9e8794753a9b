package io.residua.detector.definition;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Text as YAML scalars. */
public final class YamlText {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");

  /** Words that other YAML readers take for something else than text. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private YamlText() {}

  /** A scalar that reads back as the text: bare where that is safe, else quoted. */
  public static String scalar(String text) {
    boolean bare = SAFE.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    return bare ? text : quoted(text);
  }

  /** The text in double quotes, on one line, printable ASCII apart from letters. */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(quoted, c));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int c) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').append((char) c);
    } else if (c == '\n') {
      quoted.append("\\n");
    } else if ((c >= ' ' && c < 0x7F) || (c < 0xD800 && Character.isLetter(c))) {
      quoted.append((char) c);
    } else {
      quoted.append(String.format(c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
    }
  }
}
