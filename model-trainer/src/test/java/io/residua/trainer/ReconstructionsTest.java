package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.score.FeatureScaling;
import io.residua.trainer.matrix.FeatureMatrix;
import org.junit.jupiter.api.Test;

class ReconstructionsTest {
  private static final boolean[] ALL = {true, true, true, true, true, true};
  private static final float[] ROWS = {1, 100, 2, 300, 3, 200};
  private static final FeatureScaling SCALING =
      new FeatureScaling(new float[] {7, -7}, new float[] {1, 100});

  @Test
  void theMeanLeavesAllOfTheVarianceUnexplained() {
    assertThat(unexplained(ROWS, ROWS)).isZero();
    assertThat(unexplained(ROWS, new float[] {2, 200, 2, 200, 2, 200})).isCloseTo(1, within(1e-6));
  }

  @Test
  void featuresCountInUnitsOfTheirScale() {
    // One off by its scale, of a variance of two scales a feature.
    assertThat(unexplained(ROWS, new float[] {2, 100, 2, 300, 3, 200}))
        .isCloseTo(0.25, within(1e-6));
    assertThat(unexplained(ROWS, new float[] {1, 200, 2, 300, 3, 200}))
        .isCloseTo(0.25, within(1e-6));
  }

  @Test
  void whatIsNotObservedDoesNotCount() {
    boolean[] observed = {true, true, true, true, true, false};
    FeatureMatrix matrix = new FeatureMatrix(2, ROWS, observed);
    float[] outputs = {1, 100, 2, 300, 3, -9_999};

    assertThat(new Reconstructions(matrix, new float[0], outputs).unexplained(SCALING)).isZero();
  }

  @Test
  void rowsThatDoNotVaryHaveNoShare() {
    assertThat(unexplained(new float[] {1, 2, 1, 2, 1, 2}, ROWS)).isNaN();
  }

  private static double unexplained(float[] rows, float[] outputs) {
    FeatureMatrix matrix = new FeatureMatrix(2, rows, ALL);
    return new Reconstructions(matrix, new float[0], outputs).unexplained(SCALING);
  }
}
