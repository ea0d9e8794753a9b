package io.residua.trainer.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LaplacianEigenmapsTest {
  @Test
  void coordinatesSolveTheGeneralisedEigenproblem() {
    NeighbourGraph graph = NeighbourGraph.of(Distances.of(Shapes.clouds(2, 40, 3, 5, 3)), 10);

    LaplacianEigenmaps maps = LaplacianEigenmaps.of(graph);

    assertSolves(graph, maps.places().x(), maps.values()[0]);
    assertSolves(graph, maps.places().y(), maps.values()[1]);
    assertThat(maps.values()[0]).isBetween(1e-9, maps.values()[1]);
  }

  @Test
  void coordinatesAreOrthonormalInTheDegreesAndToTheConstant() {
    NeighbourGraph graph = NeighbourGraph.of(Distances.of(Shapes.clouds(2, 40, 3, 5, 3)), 10);

    Places places = LaplacianEigenmaps.of(graph).places();

    double[] one = new double[places.count()];
    Arrays.fill(one, 1);
    assertThat(product(graph, places.x(), one)).isCloseTo(0, within(1e-9));
    assertThat(product(graph, places.y(), one)).isCloseTo(0, within(1e-9));
    assertThat(product(graph, places.x(), places.y())).isCloseTo(0, within(1e-9));
    assertThat(product(graph, places.x(), places.x())).isCloseTo(1, within(1e-9));
  }

  @Test
  void theFirstCoordinateSeparatesTwoWeaklyJoinedClouds() {
    double[][] points = Shapes.clouds(2, 50, 3, 9, 4);

    double[] x = LaplacianEigenmaps.of(NeighbourGraph.of(Distances.of(points), 10)).places().x();

    double side = Math.signum(x[0]);
    for (int i = 0; i < x.length; i++) {
      assertThat(Math.signum(x[i])).isEqualTo(i < 50 ? side : -side);
    }
  }

  private static void assertSolves(NeighbourGraph graph, double[] f, double value) {
    for (int i = 0; i < f.length; i++) {
      double laplacian = 0;
      for (int j = 0; j < f.length; j++) {
        laplacian += graph.joined(i, j) ? f[i] - f[j] : 0;
      }
      assertThat(laplacian).isCloseTo(value * degree(graph, i) * f[i], within(1e-9));
    }
  }

  private static double product(NeighbourGraph graph, double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * degree(graph, i) * other[i];
    }
    return sum;
  }

  private static int degree(NeighbourGraph graph, int i) {
    int degree = 0;
    for (int j = 0; j < graph.lengths().length; j++) {
      degree += graph.joined(i, j) ? 1 : 0;
    }
    return degree;
  }
}
