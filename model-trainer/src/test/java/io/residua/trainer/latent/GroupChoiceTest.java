package io.residua.trainer.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupChoiceTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8})
  void findsTheNumberOfClearClouds(int clouds) {
    double[][] points = Shapes.clouds(clouds, 25, 5, 12, clouds);

    GroupChoice choice = choice(points, 1);

    assertThat(choice.count()).isEqualTo(clouds);
    assertThat(choice.silhouette()).isGreaterThan(0.6);
    int[] groups = choice.means().groups();
    for (int i = 0; i < points.length; i++) {
      assertThat(groups[i]).isEqualTo(groups[i / 25 * 25]);
    }
  }

  @Test
  void oneCloudHasNoClearGroups() {
    assertThat(choice(Shapes.clouds(1, 200, 4, 0, 1), 1).silhouette()).isLessThan(0.25);
  }

  @Test
  void theSameSeedGivesTheSameGroups() {
    double[][] points = Shapes.clouds(3, 40, 4, 3, 2);

    assertThat(choice(points, 5).means().groups()).isEqualTo(choice(points, 5).means().groups());
  }

  @Test
  void everyCentroidIsTheMeanOfItsPointsAndTheNearestToThem() {
    double[][] points = Shapes.clouds(3, 30, 4, 4, 3);

    KMeans means = KMeans.of(points, 4, 1);

    for (int k = 0; k < 4; k++) {
      double[] sum = new double[4];
      int count = 0;
      for (int i = 0; i < points.length; i++) {
        assertThat(KMeans.nearest(points[i], means.centroids())).isEqualTo(means.groups()[i]);
        if (means.groups()[i] == k) {
          count++;
          double[] point = points[i];
          Arrays.setAll(sum, d -> sum[d] + point[d]);
        }
      }
      for (int d = 0; d < 4; d++) {
        assertThat(means.centroids()[k][d]).isCloseTo(sum[d] / count, within(1e-9));
      }
    }
  }

  @Test
  void theSilhouetteIsThatOfItsDefinition() {
    double[][] distances = Distances.of(new double[][] {{0}, {1}, {10}});

    // (10 - 1) / 10, (9 - 1) / 9 and 0 for the point that is its whole group.
    assertThat(Silhouette.of(distances, new int[] {0, 0, 1}, 2))
        .isCloseTo((0.9 + 8.0 / 9 + 0) / 3, within(1e-12));
  }

  @Test
  void theSilhouetteOfEqualPointsIsZero() {
    double[][] distances = new double[4][4];

    assertThat(Silhouette.of(distances, new int[] {0, 0, 1, 1}, 2)).isZero();
  }

  private static GroupChoice choice(double[][] points, long seed) {
    return GroupChoice.of(points, Distances.of(points), points.length, seed);
  }
}
