package io.residua.cli.progress;

import io.residua.trainer.train.TrainingListener;
import io.residua.trainer.train.TrainingProgress;
import java.io.PrintWriter;

/**
 * A training's progress as plain lines, one for each tenth; of several networks, that of the first.
 * One thread's.
 */
public final class TrainingLines implements TrainingListener {
  private static final int LINES = 10;

  private final PrintWriter out;
  private int told;

  public TrainingLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void message(String sentence) {
    out.println("note: " + sentence);
    out.flush();
  }

  @Override
  public void row(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void progress(TrainingProgress progress) {
    int tenth = LINES * progress.step() / Math.max(1, progress.steps());
    if (tenth > told) {
      told = tenth;
      out.printf(
          "training  step %,d of %,d, %s%n",
          progress.step(), progress.steps(), TrainingBar.figures(progress));
      out.flush();
    }
  }
}
