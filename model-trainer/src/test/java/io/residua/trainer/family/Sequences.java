package io.residua.trainer.family;

import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.ModelSpec;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import io.residua.trainer.matrix.SequenceLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Rows with sequences in them. */
final class Sequences {
  private Sequences() {}

  /**
   * Settings as a definition gives them.
   *
   * @param model keys under {@code model} and their values, with commas between
   */
  static ModelSpec spec(String model) {
    try {
      return DefinitionParser.parse(
              "detector: d%ninput: { topic: t, key: k, time: at }%nfeatures: [ { sequence: { fields: [x], length: 2 } } ]%nmodel: { %s }"
                  .formatted(model),
              null)
          .model();
    } catch (DefinitionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Four steps of two channels in no order, and a feature that is no part of them. */
  static FeatureMatrix mixed(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * 9];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Samples.complete(9, values)
        .withSequence(
            SequenceLayout.of(
                9, List.of(List.of(8, 2), List.of(0, 1), List.of(5, 4), List.of(3, 6))));
  }

  /** Waves of one to two periods in a row, any phase and a little noise. */
  static FeatureMatrix waves(int rows, int steps, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * steps];
    for (int row = 0; row < rows; row++) {
      double phase = 2 * Math.PI * random.nextDouble();
      double periods = 1 + random.nextDouble();
      for (int step = 0; step < steps; step++) {
        double wave = Math.sin(phase + 2 * Math.PI * periods * step / steps);
        values[row * steps + step] = (float) (1.4 * wave + 0.05 * random.nextGaussian());
      }
    }
    return ordered(steps, values);
  }

  /** The same rows, each one's values in an order that is drawn. */
  static FeatureMatrix shuffled(FeatureMatrix rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int width = rows.width();
    float[] values = new float[rows.values().length];
    for (int row = 0; row < rows.rows(); row++) {
      List<Float> drawn = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        drawn.add(rows.values()[row * width + i]);
      }
      Collections.shuffle(drawn, new java.util.Random(random.nextLong()));
      for (int i = 0; i < width; i++) {
        values[row * width + i] = drawn.get(i);
      }
    }
    return ordered(width, values);
  }

  private static FeatureMatrix ordered(int steps, float[] values) {
    List<List<Integer>> columns = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      columns.add(List.of(step));
    }
    return Samples.complete(steps, values).withSequence(SequenceLayout.of(steps, columns));
  }
}
