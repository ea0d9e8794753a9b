package io.residua.trainer.family;

import io.residua.detector.definition.Family;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.SplittableRandom;

/** Which record of the training data the network is to make of a record. */
@FunctionalInterface
public interface Targets {
  /** The record itself. */
  Targets SELF = (row, random) -> row;

  /**
   * @param row number of the record that goes in
   * @return number of the record that is to come out
   */
  int row(int row, SplittableRandom random);

  static Targets of(AutoencoderPlan plan, FeatureMatrix training) {
    return switch (plan.family()) {
      case SAME_CLASS -> RandomTargets.ofClass(training, plan.own().number(Family.MIXING));
      case ANY_CLASS -> RandomTargets.ofAll(training.rows(), plan.own().number(Family.MIXING));
      default -> SELF;
    };
  }
}
