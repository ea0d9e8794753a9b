package io.residua.benchmarks.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  /** A line cannot divide them, so the hidden layer must learn. */
  @Test
  void tellsARingFromItsMiddle() {
    Classifier classifier = Classifier.fit(rings(600, 1), 60, 7);

    assertThat(classifier.accuracy(rings(300, 2))).isGreaterThan(0.95);
  }

  @Test
  void guessesWhereNothingTellsTheClasses() {
    SplittableRandom random = new SplittableRandom(3);
    FeatureMatrix noise = noise(400, random);

    assertThat(Classifier.fit(noise, 3, 7).accuracy(noise(1_000, random))).isBetween(0.4, 0.6);
  }

  private static FeatureMatrix rings(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[2 * rows];
    int[] classes = new int[rows];
    for (int row = 0; row < rows; row++) {
      classes[row] = row % 2;
      double radius = (row % 2 == 0 ? 0.5 : 2) + 0.1 * random.nextGaussian();
      double angle = 2 * Math.PI * random.nextDouble();
      values[2 * row] = (float) (radius * Math.cos(angle));
      values[2 * row + 1] = (float) (radius * Math.sin(angle));
    }
    return matrix(values).withClasses(classes);
  }

  private static FeatureMatrix noise(int rows, SplittableRandom random) {
    float[] values = new float[2 * rows];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return matrix(values).withClasses(random.ints(rows, 0, 2).toArray());
  }

  private static FeatureMatrix matrix(float[] values) {
    boolean[] observed = new boolean[values.length];
    Arrays.fill(observed, true);
    return new FeatureMatrix(2, values, observed);
  }
}
