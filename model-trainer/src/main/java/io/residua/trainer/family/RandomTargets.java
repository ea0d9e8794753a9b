package io.residua.trainer.family;

import io.residua.trainer.matrix.FeatureMatrix;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Another record comes out: one that is drawn, independently of the record that goes in, among all
 * records (total random sampling training) or among those of its class (in-class distribution
 * random sampling training; Martino, Moroni and Martinelli, "Are We Using Autoencoders in a Wrong
 * Way?", 2023, equations 11 and 6).
 *
 * <p>What comes out then tends to the mean of those that are drawn among (equation 8), which is the
 * least squared error. With a probability of 1 − p the record is its own target (section 6); the
 * paper draws that once a step, here it is drawn for each record, which has the same expectation
 * and steadier steps.
 */
final class RandomTargets implements Targets {
  private final double mixing;
  private final int[][] groups;
  private final int[] groupOf;

  private RandomTargets(double mixing, int[][] groups, int[] groupOf) {
    this.mixing = mixing;
    this.groups = groups;
    this.groupOf = groupOf;
  }

  /**
   * @param mixing probability of another record, from 0 to 1
   */
  static Targets ofAll(int rows, double mixing) {
    return new RandomTargets(
        mixing, new int[][] {IntStream.range(0, rows).toArray()}, new int[rows]);
  }

  /**
   * Where no class is known, all records are of one; where some are, a record of an unknown class
   * is its own target, for nothing says whose mean it should become.
   *
   * @param mixing probability of another record, from 0 to 1
   */
  static Targets ofClass(FeatureMatrix training, double mixing) {
    if (!training.classified()) {
      return ofAll(training.rows(), mixing);
    }
    int[][] groups = new int[training.classCount()][];
    int[] groupOf = IntStream.range(0, training.rows()).map(training::classOf).toArray();
    for (int group = 0; group < groups.length; group++) {
      int number = group;
      groups[group] =
          IntStream.range(0, groupOf.length).filter(row -> groupOf[row] == number).toArray();
    }
    return new RandomTargets(mixing, groups, groupOf);
  }

  @Override
  public int row(int row, SplittableRandom random) {
    int group = groupOf[row];
    if (group == FeatureMatrix.UNKNOWN_CLASS || random.nextDouble() >= mixing) {
      return row;
    }
    return groups[group][random.nextInt(groups[group].length)];
  }
}
