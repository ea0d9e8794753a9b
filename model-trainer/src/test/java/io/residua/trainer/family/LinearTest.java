package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.PrincipalSubspace;
import io.residua.trainer.matrix.Samples;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinearTest {
  private static final int WIDTH = 10;
  private final FeatureMatrix rows = Samples.causes(800, WIDTH, 1);
  private PrincipalSubspace principal;
  private Network network;

  @BeforeEach
  void train() throws TrainingException {
    principal = PrincipalSubspace.of(rows, 2);
    network =
        AutoencoderFitter.fit(
                Samples.spec("family: linear, latent: 2, steps: 400"),
                rows,
                rows,
                1,
                TrainingListener.SILENT)
            .network();
  }

  @Test
  void theErrorIsThatOfPrincipalComponents() {
    double distance = 0;
    for (int row = 0; row < rows.rows(); row++) {
      float[] values = Arrays.copyOfRange(rows.values(), row * WIDTH, (row + 1) * WIDTH);
      distance += principal.squaredDistance(values) / rows.values().length;
    }

    assertThat(Latents.of(network, rows).error()).isCloseTo(distance, within(0.003 * distance));
  }

  @Test
  void theLargestAngleToThePrincipalSubspaceIsSmall() {
    DenseLayer decoder = (DenseLayer) network.layers().get(1);
    double[][] span = orthonormal(column(decoder, 0), column(decoder, 1));

    double[][] cosines = new double[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        float[] component = principal.component(j);
        for (int k = 0; k < WIDTH; k++) {
          cosines[i][j] += span[i][k] * component[k];
        }
      }
    }

    assertThat(Math.toDegrees(Math.acos(Math.min(1, smallestSingularValue(cosines)))))
        .isLessThan(5);
  }

  private static double[] column(DenseLayer layer, int index) {
    double[] column = new double[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      column[i] = layer.weights()[i * 2 + index];
    }
    return column;
  }

  private static double[][] orthonormal(double[] first, double[] second) {
    scale(first);
    double along = 0;
    for (int i = 0; i < WIDTH; i++) {
      along += first[i] * second[i];
    }
    for (int i = 0; i < WIDTH; i++) {
      second[i] -= along * first[i];
    }
    scale(second);
    return new double[][] {first, second};
  }

  private static void scale(double[] vector) {
    double length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    for (int i = 0; i < WIDTH; i++) {
      vector[i] /= length;
    }
  }

  /** The cosine of the larger one of the two principal angles. */
  private static double smallestSingularValue(double[][] m) {
    double determinant = m[0][0] * m[1][1] - m[0][1] * m[1][0];
    double squares = m[0][0] * m[0][0] + m[0][1] * m[0][1] + m[1][0] * m[1][0] + m[1][1] * m[1][1];
    double root = Math.sqrt(Math.max(0, squares * squares - 4 * determinant * determinant));
    return Math.sqrt((squares - root) / 2);
  }
}
