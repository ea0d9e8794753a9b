package io.residua.trainer;

import io.residua.trainer.train.TrainingListener;
import io.residua.trainer.train.TrainingProgress;

/** Says whose training a sentence is about. */
record NamedListener(String name, TrainingListener listener) implements TrainingListener {
  @Override
  public void message(String sentence) {
    listener.message(name + ": " + sentence);
  }

  @Override
  public void progress(TrainingProgress progress) {
    listener.progress(progress);
  }
}
