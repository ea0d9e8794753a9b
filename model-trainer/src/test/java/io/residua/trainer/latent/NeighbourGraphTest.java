package io.residua.trainer.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NeighbourGraphTest {
  @Test
  void joinsPartsByTheirNearestPair() {
    double[][] points = new double[80][1];
    for (int i = 0; i < 40; i++) {
      points[i][0] = i;
      points[i + 40][0] = 1000 + i;
    }

    NeighbourGraph graph = NeighbourGraph.of(Distances.of(points), 10);

    assertThat(graph.parts()).isEqualTo(2);
    assertThat(graph.neighbours()).isEqualTo(10);
    assertThat(graph.joined(39, 40)).isTrue();
    for (int i = 0; i < 40; i++) {
      for (int j = 40; j < 80; j++) {
        assertThat(graph.joined(i, j)).isEqualTo(i == 39 && j == 40);
      }
    }
    assertThat(graph.shortestPaths()[0][79]).isCloseTo(1039, within(1e-9));
  }

  @Test
  void joinsManyPartsIntoOne() {
    double[][] points = Shapes.clouds(8, 12, 4, 60, 5);

    NeighbourGraph graph = NeighbourGraph.of(Distances.of(points), 10);

    assertThat(graph.parts()).isEqualTo(8);
    for (double[] row : graph.shortestPaths()) {
      assertThat(row).doesNotContain(Double.POSITIVE_INFINITY);
    }
  }

  @Test
  void pathsAreNeverShorterThanTheStraightLineNorThanADetour() {
    double[][] distances = Distances.of(Shapes.clouds(2, 30, 3, 4, 6));

    NeighbourGraph graph = NeighbourGraph.of(distances, 10);
    double[][] paths = graph.shortestPaths();

    for (int i = 0; i < paths.length; i++) {
      for (int j = 0; j < paths.length; j++) {
        assertThat(paths[i][j]).isGreaterThanOrEqualTo(distances[i][j] - 1e-9);
        for (int k = 0; k < paths.length; k++) {
          assertThat(paths[i][j]).isLessThanOrEqualTo(paths[i][k] + paths[k][j] + 1e-9);
        }
      }
    }
  }
}
