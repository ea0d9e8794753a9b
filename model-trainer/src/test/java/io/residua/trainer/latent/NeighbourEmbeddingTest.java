package io.residua.trainer.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighbourEmbeddingTest {
  @ParameterizedTest
  @ValueSource(doubles = {2, 10, 30})
  void eachPointsProbabilitiesHaveThePerplexity(double perplexity) {
    double[][] distances = Distances.of(Shapes.clouds(3, 40, 4, 6, 1));

    for (int i = 0; i < distances.length; i++) {
      double entropy = 0;
      double[] row = NeighbourProbabilities.row(distances[i], i, perplexity);
      for (double p : row) {
        entropy -= p > 0 ? p * Math.log(p) : 0;
      }
      assertThat(Math.exp(entropy)).isCloseTo(perplexity, within(1e-4));
      assertThat(row[i]).isZero();
    }
  }

  @Test
  void probabilitiesAddUpToOneAndAreSymmetricAtAnyScale() {
    double[][] points = Shapes.clouds(2, 20, 3, 5, 2);
    for (double[] point : points) {
      Arrays.setAll(point, d -> point[d] * 1e9);
    }
    points[0][0] = 1e15;

    double[][] joint = NeighbourProbabilities.of(Distances.of(points), 10);

    double sum = 0;
    for (int i = 0; i < joint.length; i++) {
      for (int j = 0; j < joint.length; j++) {
        sum += joint[i][j];
        assertThat(joint[i][j]).isEqualTo(joint[j][i]).isNotNegative();
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  @Test
  void theGradientAgreesWithFiniteDifferences() {
    NeighbourDivergence divergence =
        new NeighbourDivergence(
            NeighbourProbabilities.of(Distances.of(Shapes.clouds(2, 12, 3, 4, 3)), 5));
    SplittableRandom random = new SplittableRandom(4);
    double[] x = random.doubles(24, -2, 2).toArray();
    double[] y = random.doubles(24, -2, 2).toArray();

    NeighbourDivergence.Gradient gradient = divergence.gradient(x, y, 1);

    for (int i = 0; i < x.length; i++) {
      assertThat(gradient.x()[i]).isCloseTo(slope(divergence, x, y, x, i), within(1e-7));
      assertThat(gradient.y()[i]).isCloseTo(slope(divergence, x, y, y, i), within(1e-7));
    }
  }

  @Test
  void separatesCloudsAndItsDivergenceFalls() {
    double[][] points = Shapes.clouds(5, 30, 6, 8, 5);
    double[][] distances = Distances.of(points);
    Places start = PrincipalComponents.of(points).places();

    NeighbourEmbedding early = NeighbourEmbedding.of(distances, start, 1, 60);
    NeighbourEmbedding late = NeighbourEmbedding.of(distances, start, 1);

    assertThat(Shapes.purity(late.places(), Shapes.labels(5, 30))).isEqualTo(1);
    assertThat(late.divergence()).isBetween(0.0, 0.8 * early.divergence());
  }

  @Test
  void theSameSeedGivesTheSameMap() {
    double[][] points = Shapes.clouds(2, 20, 3, 5, 6);
    double[][] distances = Distances.of(points);
    Places start = PrincipalComponents.of(points).places();

    double[] x = NeighbourEmbedding.of(distances, start, 7).places().x();

    assertThat(NeighbourEmbedding.of(distances, start, 7).places().x()).isEqualTo(x);
    assertThat(NeighbourEmbedding.of(distances, start, 8).places().x()).isNotEqualTo(x);
  }

  @Test
  void pointsOfOneNumberUseThePlane() {
    double[][] points = Shapes.clouds(1, 60, 1, 0, 7);

    Places places =
        NeighbourEmbedding.of(Distances.of(points), PrincipalComponents.of(points).places(), 1)
            .places();

    assertThat(Arrays.stream(places.x()).map(Math::abs).max().orElseThrow()).isGreaterThan(1);
    assertThat(Arrays.stream(places.y()).map(Math::abs).max().orElseThrow()).isGreaterThan(1e-3);
    assertThat(places.y()).doesNotContain(Double.NaN);
  }

  /** The central difference along one coordinate. */
  private static double slope(
      NeighbourDivergence divergence, double[] x, double[] y, double[] axis, int i) {
    double at = axis[i];
    axis[i] = at + 1e-5;
    double above = divergence.at(x, y);
    axis[i] = at - 1e-5;
    double below = divergence.at(x, y);
    axis[i] = at;
    return (above - below) / 2e-5;
  }
}
