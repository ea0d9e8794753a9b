package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.trainer.gradient.Adam;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Zong et al., "Deep Autoencoding Gaussian Mixture Model", 2018. */
class MixtureFamilyTest {
  private static final int WIDTH = 4;
  private static final int CLUSTER = 150;
  private static final int STRANGE = 6;
  private static final FeatureMatrix ROWS = rows(1);
  private static Composition trained;

  @BeforeAll
  static void train() {
    trained =
        Steps.untrained(
            "family: mixture, components: 2, hidden: [16], latent: 2, learning-rate: 0.005", ROWS);
    FeatureMatrix normal = ROWS.first(2 * CLUSTER);
    Objective objective = trained.objectives().get(0);
    Adam adam = new Adam(objective.parameters());
    Tape tape = new Tape();
    for (int step = 0; step < 600; step++) {
      objective.parameters().clearGradients();
      tape.backward(objective.loss().apply(Steps.of(tape, normal)));
      adam.step(0.005);
      tape.clear();
    }
  }

  @Test
  void theLossHasTheGradientOfItsDifferences() {
    FeatureMatrix rows = ROWS.select(IntStream.range(0, 40).map(i -> 7 * i).toArray());
    String smooth = ", energy-weight: 0.5, covariance-weight: 0.00001";

    Steps.checkLastTerm(
        Steps.untrained("family: mixture, components: 2, hidden: [5], latent: 2" + smooth, rows),
        rows);
  }

  @Test
  void oneComponentForAllIsWarnedOf() {
    FeatureMatrix cluster = ROWS.first(CLUSTER);

    assertThat(trained.warnings(ROWS.first(2 * CLUSTER))).isEmpty();
    assertThat(trained.warnings(cluster))
        .singleElement()
        .asString()
        .startsWith("one of the 2 components stands for ");
  }

  @Test
  void membershipsTellClustersApart() {
    Tape tape = new Tape();
    Pass pass = trained.pass(Steps.of(tape, ROWS));
    Node memberships = ((MixtureCode) trained.code()).memberships(tape, MixtureEnergy.points(pass));

    int together = 0;
    for (int row = 0; row < 2 * CLUSTER; row++) {
      boolean first = memberships.values()[row * 2] > 0.5;
      together += first == row < CLUSTER ? 1 : 0;
    }
    assertThat(Math.max(together, 2 * CLUSTER - together))
        .isGreaterThan((int) (0.95 * 2 * CLUSTER));
  }

  @Test
  void strangeRowsHaveMoreEnergyThanNormalOnes() {
    Tape tape = new Tape();
    Pass pass = trained.pass(Steps.of(tape, ROWS));
    Node points = MixtureEnergy.points(pass);
    Node memberships = ((MixtureCode) trained.code()).memberships(tape, points);

    float[] energies = SoftMixture.of(tape, points, memberships).energies().values();

    int above = 0;
    for (int strange = 2 * CLUSTER; strange < energies.length; strange++) {
      for (int row = 0; row < 2 * CLUSTER; row++) {
        above += energies[strange] > energies[row] ? 1 : 0;
      }
    }
    assertThat(above / (double) (STRANGE * 2 * CLUSTER)).isGreaterThan(0.97);
  }

  /** Two clusters on lines, one after the other, then rows between and beside them. */
  private static FeatureMatrix rows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[(2 * CLUSTER + STRANGE) * WIDTH];
    for (int row = 0; row < 2 * CLUSTER + STRANGE; row++) {
      double along = 0.3 * random.nextGaussian();
      for (int i = 0; i < WIDTH; i++) {
        double noise = 0.1 * random.nextGaussian();
        double side = i % 2 == 0 ? 1 : -1;
        double centre = row < CLUSTER ? 1.2 : row < 2 * CLUSTER ? -1.2 : 0;
        double strange = row < 2 * CLUSTER ? 0 : i < 2 ? 2 : -2;
        values[row * WIDTH + i] = (float) (centre + strange + along * side + noise);
      }
    }
    return Samples.complete(WIDTH, values);
  }
}
