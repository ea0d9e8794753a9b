package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FeatureScalingTest {
  @Test
  void isMeanAndDeviationOfWhatIsNormal() {
    Random random = new Random(1);
    float[] column = new float[20_000];
    for (int i = 0; i < column.length; i++) {
      column[i] = 5 + 3 * (float) random.nextGaussian();
    }

    FeatureScaling scaling = of(column);

    assertThat(scaling.centre()[0]).isEqualTo(5, within(0.1f));
    assertThat(scaling.scale()[0]).isEqualTo(3, within(0.1f));
  }

  @Test
  void outliersHardlyStretchTheScale() {
    float[] column = new float[1000];
    for (int i = 0; i < column.length; i++) {
      column[i] = i % 100 == 0 ? 50 : i % 7;
    }

    double deviation = 5.2;
    assertThat(of(column).scale()[0]).isBetween((float) (0.3 * deviation), 2.1f);
  }

  @Test
  void aFeatureThatRarelyDiffersHasItsDeviationForScale() {
    float[] column = new float[100];
    column[7] = 10;

    assertThat(of(column).scale()[0]).isEqualTo((float) Math.sqrt(0.99), within(1e-5f));
  }

  @Test
  void aConstantOrUnknownFeatureHasScaleOne() {
    assertThat(of(new float[] {3, 3, 3}).scale()[0]).isEqualTo(1);
    FeatureScaling unknown = FeatureScaling.of(1, new float[] {3, 4}, new boolean[2]);
    assertThat(unknown.scale()[0]).isEqualTo(1);
    assertThat(unknown.centre()[0]).isZero();
  }

  private static FeatureScaling of(float[] column) {
    return FeatureScaling.of(1, column, Observed.all(column.length));
  }
}
