package io.residua.trainer.train;

/** Hears how a training goes, on the training's own thread. */
public interface TrainingListener {
  /** Hears nothing. */
  TrainingListener SILENT = new TrainingListener() {};

  /** A sentence for the user, such as a warning. */
  default void message(String sentence) {}

  /** One more line of a table, of which the first is the heading; columns line up as they are. */
  default void row(String line) {}

  /** Called every few steps, and after the last. */
  default void progress(TrainingProgress progress) {}
}
