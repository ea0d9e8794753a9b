package io.residua.trainer.trial;

import io.residua.detector.score.FeatureScaling;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Ways to make an anomaly of a normal row, for comparing models where there are no labels. What is
 * found well here is not therefore found well in service: a model that is worse in all of them has
 * little to say for itself, and that is all they are asked.
 */
enum SyntheticAnomalies {
  /** A few features lie two to four scales beside where they were. */
  SHIFTED {
    @Override
    void change(Row row, SplittableRandom random) {
      int changed = 1 + random.nextInt(Math.max(1, row.width / 4));
      for (int n = 0; n < changed; n++) {
        int i = random.nextInt(row.width);
        double by = random.nextDouble(2, 4) * (random.nextBoolean() ? 1 : -1);
        row.values[row.at + i] += (float) (by * row.scale[i]);
      }
    }
  },
  /** Each feature is, by a chance of one half, that of some other row. */
  SWAPPED {
    @Override
    void change(Row row, SplittableRandom random) {
      for (int i = 0; i < row.width; i++) {
        if (random.nextBoolean()) {
          row.take(i, random.nextInt(row.rows));
        }
      }
    }
  },
  /** About half of the features are those of one other row. */
  MERGED {
    @Override
    void change(Row row, SplittableRandom random) {
      int other = random.nextInt(row.rows);
      for (int i = 0; i < row.width; i++) {
        if (random.nextBoolean()) {
          row.take(i, other);
        }
      }
    }
  },
  /** Normal noise of one scale on every feature. */
  NOISY {
    @Override
    void change(Row row, SplittableRandom random) {
      for (int i = 0; i < row.width; i++) {
        row.values[row.at + i] += (float) (random.nextGaussian() * row.scale[i]);
      }
    }
  };

  /** A row to be changed in place, and the unchanged rows around it. */
  record Row(float[] values, float[] normal, int at, int width, int rows, float[] scale) {
    void take(int feature, int row) {
      values[at + feature] = normal[row * width + feature];
    }
  }

  abstract void change(Row row, SplittableRandom random);

  /** The name: lower case. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Makes an anomaly of each row.
   *
   * @param normal only read
   */
  FeatureMatrix of(FeatureMatrix normal, FeatureScaling scaling, long seed) {
    SplittableRandom random = new SplittableRandom(seed + ordinal());
    float[] values = normal.values().clone();
    for (int row = 0; row < normal.rows(); row++) {
      change(
          new Row(
              values,
              normal.values(),
              row * normal.width(),
              normal.width(),
              normal.rows(),
              scaling.scale()),
          random);
    }
    return new FeatureMatrix(normal.width(), values, normal.observed());
  }
}
