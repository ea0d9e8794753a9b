package io.residua.cli.demo;

import io.residua.cli.option.Output;
import io.residua.cli.progress.Terminal;

/** The demo as a command's work. Loaded only where all parts are there. */
public final class DemoRun {
  private DemoRun() {}

  /** With JSON, everything but the result goes to standard error. */
  public static void run(DemoOptions options, Output output) throws Exception {
    boolean decorated = options.decorated() && Terminal.isInteractive();
    DemoScreen screen = new DemoScreen(output.json() ? output.err() : output.out(), decorated);
    DemoResult result = Demo.run(options, screen);
    screen.line(new DemoSummary(result).text());
    screen.line(DemoTexts.hint(options.keep()));
    if (output.json()) {
      output.result(result.fields(), "");
    }
  }
}
