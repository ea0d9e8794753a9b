package io.residua.trainer.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlaneMapsTest {
  @Property(tries = 40)
  void everyPlaceIsFiniteWhateverTheVectors(
      @ForAll @IntRange(min = 10, max = 40) int count,
      @ForAll @IntRange(min = 1, max = 5) int width,
      @ForAll @IntRange(min = -30, max = 30) int exponent,
      @ForAll @IntRange(min = 0, max = 60) int spread,
      @ForAll long seed) {
    DifferentVectors vectors = vectors(count, width, exponent, spread, seed);

    for (PlaneMap map : PlaneMaps.of(vectors, seed)) {
      assertThat(map.places().x()).hasSize(count);
      assertThat(Arrays.stream(map.places().x()).allMatch(Double::isFinite)).isTrue();
      assertThat(Arrays.stream(map.places().y()).allMatch(Double::isFinite)).isTrue();
    }
  }

  @Test
  void saysThatPartsWereJoined() {
    DifferentVectors vectors = DifferentVectors.of(Shapes.clouds(3, 30, 3, 50, 1));

    assertThat(PlaneMaps.of(vectors, 1).get(2).meaning())
        .contains("(10 each)", "left 3 parts, which were joined by their nearest pairs.");
  }

  @Test
  void repeatedVectorsShareAPlace() {
    double[][] points = Shapes.clouds(1, 20, 3, 0, 2);
    double[][] twice = new double[40][];
    Arrays.setAll(twice, i -> points[i % 20]);

    DifferentVectors vectors = DifferentVectors.of(twice);

    assertThat(vectors.count()).isEqualTo(20);
    for (PlaneMap map : PlaneMaps.of(vectors, 1)) {
      assertThat(map.places().x()).hasSize(40);
      assertThat(Arrays.copyOf(map.places().x(), 20))
          .isEqualTo(Arrays.copyOfRange(map.places().x(), 20, 40));
    }
  }

  /** Float numbers around a power of ten, some of them larger by many powers. */
  private static DifferentVectors vectors(
      int count, int width, int exponent, int spread, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] vectors = new double[count][width];
    for (int i = 0; i < count; i++) {
      double scale = Math.pow(10, Math.min(38, exponent + (i % 7 == 0 ? spread : 0)));
      for (int d = 0; d < width; d++) {
        vectors[i][d] = (float) (scale * random.nextDouble(-1, 1));
      }
    }
    return DifferentVectors.of(vectors);
  }
}
