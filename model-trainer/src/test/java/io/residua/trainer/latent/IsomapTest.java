package io.residua.trainer.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IsomapTest {
  @Test
  void unrollsARollThatThePrincipalPlaneDoesNot() {
    double[][] flat = new double[500][];
    double[][] points = Shapes.roll(500, flat, 1);

    Isomap isomap = Isomap.of(NeighbourGraph.of(Distances.of(points), 10));

    assertThat(Shapes.agreement(isomap.places(), flat)).isGreaterThan(0.95);
    assertThat(Shapes.agreement(PrincipalComponents.of(points).places(), flat)).isLessThan(0.5);
    assertThat(isomap.kept()).isGreaterThan(0.95);
  }

  @Test
  void scalingGivesBackThePlacesWhoseDistancesItIsGiven() {
    double[][] points = Shapes.clouds(3, 10, 2, 8, 2);

    Places places = ClassicalScaling.of(Distances.of(points));

    assertThat(Shapes.agreement(places, points)).isCloseTo(1, within(1e-9));
    assertThat(Math.hypot(places.x()[0] - places.x()[29], places.y()[0] - places.y()[29]))
        .isCloseTo(Math.sqrt(Distances.squared(points[0], points[29])), within(1e-9));
  }

  @Test
  void pointsOnALineStayThere() {
    double[][] points = new double[40][1];
    for (int i = 0; i < points.length; i++) {
      points[i][0] = i * i;
    }

    Isomap isomap = Isomap.of(NeighbourGraph.of(Distances.of(points), 10));

    for (double y : isomap.places().y()) {
      assertThat(y).isCloseTo(0, within(1e-3));
    }
    assertThat(isomap.kept()).isCloseTo(1, within(1e-9));
  }
}
