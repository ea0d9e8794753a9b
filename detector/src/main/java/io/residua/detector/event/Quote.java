package io.residua.detector.event;

/** Values from outside inside messages: quoted, cut to 100 characters, control characters shown. */
final class Quote {
  private static final int MOST = 100;

  private Quote() {}

  static String of(String value) {
    String cut = value.length() > MOST ? value.substring(0, MOST) + "…" : value;
    return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
  }
}
