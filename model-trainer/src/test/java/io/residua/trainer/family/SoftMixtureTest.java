package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.gradient.GradientCheck;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameter;
import io.residua.trainer.gradient.Tape;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SoftMixtureTest {
  private static final int ROWS = 9;

  private final SplittableRandom random = new SplittableRandom(2);
  private final Parameter points = Parameter.drawn(ROWS, 3, random::nextGaussian);
  private final Parameter logits = Parameter.drawn(ROWS, 2, random::nextGaussian);

  @Test
  void theEnergyIsTheNegativeLogarithmOfTheMixturesDensity() {
    Tape tape = new Tape();
    Node memberships = tape.variable(logits).softmax();

    float[] energies = SoftMixture.of(tape, tape.variable(points), memberships).energies().values();

    double[] expected = energies(points.values(), memberships.values());
    for (int row = 0; row < ROWS; row++) {
      assertThat((double) energies[row]).isCloseTo(expected[row], within(1e-3));
    }
  }

  @Test
  void theEnergyOfOneComponentIsThatOfItsRowsOwnNormalDistribution() {
    Tape tape = new Tape();
    float[] values = {-1, 0, 1, 2};
    Node all = tape.constant(4, 1, new float[] {1, 1, 1, 1});

    float[] energies = SoftMixture.of(tape, tape.constant(1, values), all).energies().values();

    double variance = 1.25 + 1e-3;
    for (int row = 0; row < 4; row++) {
      double square = Math.pow(values[row] - 0.5, 2) / variance;
      assertThat((double) energies[row])
          .isCloseTo(0.5 * (square + Math.log(2 * Math.PI * variance)), within(1e-5));
    }
  }

  @Test
  void energiesAndPenaltyHaveTheGradientOfTheirDifferences() {
    GradientCheck.agrees(
        List.of(points, logits),
        tape -> {
          SoftMixture mixture =
              SoftMixture.of(tape, tape.variable(points), tape.variable(logits).softmax());
          Node energies = mixture.energies();
          return energies.squared().mean().plus(mixture.narrowness(tape).scaled(0.01));
        });
  }

  @Test
  void thePenaltyAddsUpWhatVariancesAreTheInverseOf() {
    Tape tape = new Tape();
    Node all = tape.constant(2, 1, new float[] {1, 1});
    Node rows = tape.constant(2, 2, new float[] {1, 2, -1, -2});

    assertThat((double) SoftMixture.of(tape, rows, all).narrowness(tape).value())
        .isCloseTo(1 / 1.001 + 1 / 4.001, within(1e-5));
  }

  /** In double precision, dimension by dimension of a triangle of three. */
  private static double[] energies(float[] points, float[] memberships) {
    double[] density = new double[ROWS];
    for (int k = 0; k < 2; k++) {
      double whole = 0;
      double[] mean = new double[3];
      for (int row = 0; row < ROWS; row++) {
        whole += memberships[row * 2 + k];
        for (int i = 0; i < 3; i++) {
          mean[i] += memberships[row * 2 + k] * points[row * 3 + i];
        }
      }
      double[][] covariance = new double[3][3];
      for (int i = 0; i < 3; i++) {
        mean[i] /= whole;
      }
      for (int row = 0; row < ROWS; row++) {
        for (int i = 0; i < 3; i++) {
          for (int j = 0; j < 3; j++) {
            covariance[i][j] +=
                memberships[row * 2 + k]
                    * (points[row * 3 + i] - mean[i])
                    * (points[row * 3 + j] - mean[j])
                    / whole;
          }
        }
      }
      for (int i = 0; i < 3; i++) {
        covariance[i][i] += 1e-3;
      }
      add(points, mean, covariance, whole / ROWS, density);
    }
    for (int row = 0; row < ROWS; row++) {
      density[row] = -Math.log(density[row]);
    }
    return density;
  }

  /** By cofactors. */
  private static void add(
      float[] points, double[] mean, double[][] c, double share, double[] density) {
    double[][] adjugate = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        adjugate[j][i] =
            c[(i + 1) % 3][(j + 1) % 3] * c[(i + 2) % 3][(j + 2) % 3]
                - c[(i + 1) % 3][(j + 2) % 3] * c[(i + 2) % 3][(j + 1) % 3];
      }
    }
    double determinant = 0;
    for (int i = 0; i < 3; i++) {
      determinant += c[0][i] * adjugate[i][0];
    }
    for (int row = 0; row < ROWS; row++) {
      double square = 0;
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          square +=
              (points[row * 3 + i] - mean[i]) * adjugate[i][j] * (points[row * 3 + j] - mean[j]);
        }
      }
      density[row] +=
          share
              * Math.exp(-0.5 * square / determinant)
              / Math.sqrt(Math.pow(2 * Math.PI, 3) * determinant);
    }
  }
}
