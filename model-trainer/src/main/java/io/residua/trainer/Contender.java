package io.residua.trainer;

import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.Map;

/** One network that family {@code auto} may try, with each of the scores that it may have. */
interface Contender {
  /** At most 20 characters, such as {@code variational 64}. */
  String name();

  /**
   * Trains the network. The same seed gives the same parts.
   *
   * @return by name of the score, in order; at least one
   * @throws TrainingException when it cannot be trained
   */
  Map<String, FittedPart> fit(long seed, TrainingListener listener) throws TrainingException;
}
