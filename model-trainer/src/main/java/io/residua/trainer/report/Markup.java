package io.residua.trainer.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes markup that is well-formed XML and valid HTML alike: every text and attribute is escaped
 * here, so that no caller can forget it. Not thread-safe.
 */
final class Markup {
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; values are escaped
   */
  Markup open(String tag, Object... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  Markup close() {
    String tag = open.pop();
    out.append("</").append(tag).append('>');
    if (open.size() < 4) {
      out.append('\n');
    }
    return this;
  }

  /** An element without content, such as {@code meta}. */
  Markup empty(String tag, Object... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /** An element that holds a text only. */
  Markup element(String tag, String text, Object... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** Quotes stay as they are, since HTML reads the text of a style sheet literally. */
  Markup text(String text) {
    text.codePoints().forEach(this::escape);
    return this;
  }

  /** The page so far; complete when every element is closed. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("expected every element to be closed, open are " + open);
    }
    return out.toString();
  }

  private void start(String tag, Object... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      String.valueOf(attributes[i + 1]).codePoints().forEach(this::escapeQuoted);
      out.append('"');
    }
  }

  private void escapeQuoted(int codePoint) {
    switch (codePoint) {
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> escape(codePoint);
    }
  }

  private void escape(int codePoint) {
    switch (codePoint) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      default -> out.appendCodePoint(isXmlCharacter(codePoint) ? codePoint : REPLACEMENT);
    }
  }

  /** The Char production of XML 1.0, section 2.2, without the C1 controls. */
  private static boolean isXmlCharacter(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || (codePoint >= 0x20 && codePoint < 0x7F)
        || (codePoint >= 0xA0 && codePoint < 0xD800)
        || (codePoint >= 0xE000 && codePoint < 0xFFFE)
        || codePoint >= 0x10000;
  }
}
