package io.residua.cli.progress;

/** Whether somebody is watching. */
public final class Terminal {
  private Terminal() {}

  /** Whether input and output are a terminal that can move its cursor. */
  public static boolean isInteractive() {
    String kind = System.getenv("TERM");
    return System.console() != null && kind != null && !kind.equals("dumb");
  }
}
