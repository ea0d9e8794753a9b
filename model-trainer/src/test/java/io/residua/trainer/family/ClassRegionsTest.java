package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassRegionsTest {
  private final Tape tape = new Tape();

  @ParameterizedTest
  @CsvSource({"2, 1", "5, 1", "2, 3", "3, 2", "10, 4", "1000, 2"})
  void neighboursAreSixStandardDeviationsApartUnlessTheyAreFew(int classes, int latent) {
    ClassRegions regions = new ClassRegions(classes);

    double apart =
        Math.hypot(
            regions.centre(0, latent, 0) - regions.centre(1, latent, 0),
            latent == 1 ? 0 : regions.centre(0, latent, 1) - regions.centre(1, latent, 1));

    assertThat(apart / regions.deviation(latent)).isGreaterThan(6 - 1e-6);
    assertThat(regions.deviation(latent)).isLessThanOrEqualTo(1);
  }

  @Test
  void rowsAreDrawnFromTheRegionOfTheirClassAndUnknownOnesFromAny() {
    int[] classes = new int[3000];
    Arrays.setAll(classes, row -> row % 3 - 1);
    Step step = Step.heldOut(tape, Samples.complete(1, new float[3000]).withClasses(classes));

    float[] drawn = new ClassRegions(2).draw(step, 3000, 1).values();

    double[] means = new double[3];
    double[] squares = new double[3];
    for (int row = 0; row < drawn.length; row++) {
      means[row % 3] += drawn[row] / 1000;
      squares[row % 3] += drawn[row] * drawn[row] / 1000;
    }
    assertThat(means).containsExactly(new double[] {0, -4, 4}, within(0.5));
    assertThat(squares).containsExactly(new double[] {17, 17, 17}, within(1.5));
  }

  @Test
  void theDiscriminatorIsToldTheClassOrThatItIsUnknown() {
    Step step =
        Step.heldOut(
            tape,
            Samples.complete(1, new float[4])
                .withClasses(new int[] {1, FeatureMatrix.UNKNOWN_CLASS, 0, 7}));

    assertThat(new ClassRegions(2).labels(step).orElseThrow().values())
        .containsExactly(0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1);
  }

  @Test
  void withoutClassesAllAreUnknown() {
    Step step = Step.heldOut(tape, Samples.complete(1, new float[2]));

    assertThat(new ClassRegions(1).labels(step).orElseThrow().values()).containsExactly(0, 1, 0, 1);
  }
}
