package io.residua.cli.demo;

import io.residua.cli.progress.TrainingBar;
import io.residua.cli.progress.TrainingLines;
import io.residua.schema.Alert;
import io.residua.trainer.train.TrainingListener;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What a demo prints while it goes on. Thread-safe as far as its writer is. */
final class DemoScreen {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private final PrintWriter out;
  private final boolean decorated;

  /**
   * @param out standard output, or standard error where the output is JSON
   */
  DemoScreen(PrintWriter out, boolean decorated) {
    this.out = out;
    this.decorated = decorated;
  }

  /** One step of the demo that is done. */
  void step(String name, String what) {
    line("%-10s%s".formatted(name, what));
  }

  /** The first alert of an event. */
  void alert(Alert alert) {
    line(
        "  %s  %-12s severity %3d  %s"
            .formatted(
                TIME.format(alert.getEventTime()),
                alert.getKey(),
                alert.getSeverity(),
                alert.getReason()));
  }

  void line(String text) {
    out.println(text);
    out.flush();
  }

  TrainingListener training() {
    return decorated ? new TrainingBar(out) : new TrainingLines(out);
  }
}
