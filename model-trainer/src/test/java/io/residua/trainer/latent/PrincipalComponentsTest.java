package io.residua.trainer.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
  @Test
  void keepsEveryDistanceOfPointsInAPlane() {
    double[][] points = plane(80, 0);

    PrincipalComponents components = PrincipalComponents.of(points);

    assertThat(Shapes.agreement(components.places(), points)).isCloseTo(1, within(1e-9));
    assertThat(components.share()[0] + components.share()[1]).isCloseTo(1, within(1e-9));
    assertThat(components.share()[0]).isGreaterThan(components.share()[1]);
  }

  @Test
  void itsAxesHaveTheirShareOfTheVarianceAndDoNotCorrelate() {
    double[][] points = plane(300, 0.3);

    PrincipalComponents components = PrincipalComponents.of(points);

    double[] x = components.places().x();
    double[] y = components.places().y();
    double total = 0;
    double[] means = new double[5];
    for (double[] point : points) {
      for (int d = 0; d < 5; d++) {
        means[d] += point[d] / points.length;
      }
    }
    for (double[] point : points) {
      total += Distances.squared(point, means);
    }
    assertThat(dot(x, x) / total).isCloseTo(components.share()[0], within(1e-9));
    assertThat(dot(y, y) / total).isCloseTo(components.share()[1], within(1e-9));
    assertThat(dot(x, y) / total).isCloseTo(0, within(1e-9));
  }

  @Test
  void leavesTheSecondAxisOfOneNumberEmpty() {
    PrincipalComponents components = PrincipalComponents.of(new double[][] {{1}, {2}, {6}});

    assertThat(components.places().y()).containsExactly(0, 0, 0);
    assertThat(components.share()).containsExactly(1, 0);
    assertThat(components.places().x()[2] - components.places().x()[0]).isCloseTo(5, within(1e-9));
  }

  /** Points of a plane in five dimensions, with noise across it. */
  private static double[][] plane(int count, double noise) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] points = new double[count][5];
    for (double[] point : points) {
      double u = random.nextGaussian() * 3;
      double v = random.nextGaussian();
      for (int d = 0; d < 5; d++) {
        point[d] = 7 + u * Math.sin(d + 1) + v * Math.cos(2 * d) + noise * random.nextGaussian();
      }
    }
    return points;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
