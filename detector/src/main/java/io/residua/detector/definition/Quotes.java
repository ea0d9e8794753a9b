package io.residua.detector.definition;

/** Pieces of a file inside messages: on one line, and never long. */
final class Quotes {
  private static final int LONGEST_VALUE = 40;
  private static final int LONGEST_REASON = 200;

  private Quotes() {}

  /** A value in quotation marks. */
  static String shortened(String text) {
    return "\"" + cut(text, LONGEST_VALUE) + "\"";
  }

  /** A key without quotation marks. */
  static String bare(String text) {
    return cut(text, LONGEST_VALUE);
  }

  /** What a library says is wrong. */
  static String reason(String message) {
    return cut(String.valueOf(message), LONGEST_REASON).strip();
  }

  static String reason(Exception e) {
    return reason(e.getMessage());
  }

  private static String cut(String text, int longest) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.codePointCount(0, line.length()) <= longest
        ? line
        : line.substring(0, line.offsetByCodePoints(0, longest)) + "…";
  }
}
