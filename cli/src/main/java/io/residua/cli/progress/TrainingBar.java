package io.residua.cli.progress;

import io.residua.trainer.train.TrainingListener;
import io.residua.trainer.train.TrainingProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A training's progress as one line that is written over again and again. One thread's. */
public final class TrainingBar implements TrainingListener {
  private static final int WIDTH = 24;
  private static final String TO_LINE_START = "\r\u001b[K";

  private final PrintWriter out;
  private boolean open;

  public TrainingBar(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void message(String sentence) {
    clear();
    out.println("note: " + sentence);
    out.flush();
  }

  @Override
  public void row(String line) {
    clear();
    out.println(line);
    out.flush();
  }

  @Override
  public void progress(TrainingProgress progress) {
    out.print(TO_LINE_START + line(progress));
    out.flush();
    open = true;
  }

  /** Takes the bar away. */
  public void clear() {
    if (open) {
      out.print(TO_LINE_START);
      out.flush();
      open = false;
    }
  }

  static String line(TrainingProgress progress) {
    int done = WIDTH * progress.step() / Math.max(1, progress.steps());
    return "training  [%s%s] %3d %%  %s"
        .formatted(
            "#".repeat(done),
            ".".repeat(WIDTH - done),
            100 * progress.step() / Math.max(1, progress.steps()),
            figures(progress));
  }

  static String figures(TrainingProgress progress) {
    String validation =
        Double.isNaN(progress.validationLoss())
            ? ""
            : ", validation " + loss(progress.validationLoss());
    return "loss %s%s, %s left"
        .formatted(loss(progress.loss()), validation, seconds(progress.left()));
  }

  private static String loss(double loss) {
    return String.format(Locale.ROOT, "%.4g", loss);
  }

  private static String seconds(Duration left) {
    return left.toSeconds() < 120 ? left.toSeconds() + " s" : left.toMinutes() + " min";
  }
}
