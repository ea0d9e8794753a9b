package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A distribution whose likelihood is known: {@code x = Σ_i l_i a_i z_i + σ ε} with orthogonal unit
 * vectors {@code a_i}, standard normal {@code z} and {@code ε} (Tipping and Bishop, "Probabilistic
 * Principal Component Analysis", 1999). Its posterior has independent latent numbers, so that a
 * {@link GaussianCode} can be exact.
 */
final class LinearGaussian {
  static final int WIDTH = 5;
  private static final double[] LENGTHS = {2, 0.8};
  private static final double VARIANCE = 0.16;
  private static final double[][] AXES = Samples.axes(4);

  private LinearGaussian() {}

  static FeatureMatrix rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count * WIDTH];
    for (int row = 0; row < count; row++) {
      double[] latent = {random.nextGaussian(), random.nextGaussian()};
      for (int j = 0; j < WIDTH; j++) {
        double value = Math.sqrt(VARIANCE) * random.nextGaussian();
        for (int i = 0; i < 2; i++) {
          value += LENGTHS[i] * axis(i, j) * latent[i];
        }
        values[row * WIDTH + j] = (float) value;
      }
    }
    return Samples.complete(WIDTH, values);
  }

  /** The last feature is noise alone. */
  private static double axis(int i, int j) {
    return j < 4 ? AXES[i][j] : 0;
  }

  /** The mean of {@code ln p(x)}, by the inverse and determinant of the covariance. */
  static double logLikelihood(FeatureMatrix rows) {
    double sum = 0;
    for (int row = 0; row < rows.rows(); row++) {
      double squares = 0;
      double[] along = new double[2];
      for (int j = 0; j < WIDTH; j++) {
        double x = rows.values()[row * WIDTH + j];
        squares += x * x;
        for (int i = 0; i < 2; i++) {
          along[i] += axis(i, j) * x;
        }
      }
      double distance = squares / VARIANCE;
      double determinant = WIDTH * Math.log(VARIANCE);
      for (int i = 0; i < 2; i++) {
        double variance = LENGTHS[i] * LENGTHS[i] + VARIANCE;
        distance -= along[i] * along[i] * (1 / VARIANCE - 1 / variance);
        determinant += Math.log(variance / VARIANCE);
      }
      sum -= 0.5 * (WIDTH * Math.log(2 * Math.PI) + determinant + distance);
    }
    return sum / rows.rows();
  }

  /**
   * The autoencoder whose decoder is this distribution.
   *
   * @param bias added to every mean of the posterior, which is exact at 0
   * @param term its loss
   */
  static Composition autoencoder(int samples, double bias, LossTerm term) {
    SplittableRandom random = new SplittableRandom(1);
    GaussianCode code = GaussianCode.of(WIDTH, 2, samples, "more steps", random);
    TrainableStack decoder =
        TrainableStack.of(List.of(2, WIDTH), Activation.IDENTITY, Activation.IDENTITY, random);
    for (int i = 0; i < 2; i++) {
      double variance = LENGTHS[i] * LENGTHS[i] + VARIANCE;
      for (int j = 0; j < WIDTH; j++) {
        code.mean().weights().values()[j * 2 + i] = (float) (LENGTHS[i] / variance * axis(i, j));
        code.logVariance().weights().values()[j * 2 + i] = 0;
        decoder.layers().get(0).weights().values()[i * WIDTH + j] =
            (float) (LENGTHS[i] * axis(i, j));
      }
      code.mean().bias().values()[i] = (float) bias;
      code.logVariance().bias().values()[i] = (float) Math.log(VARIANCE / variance);
    }
    return new Composition(new TrainableStack(List.of()), code, decoder, List.of(term), List.of());
  }

  /** The likelihood of its noise. */
  static GaussianLikelihood likelihood() {
    float[] variances = new float[WIDTH];
    Arrays.fill(variances, (float) (VARIANCE / GaussianLikelihood.FIRST));
    return GaussianLikelihood.of(variances);
  }

  /** A batch's way through an autoencoder, with draws of a seed. */
  static Pass pass(Composition autoencoder, FeatureMatrix rows, long seed) {
    Tape tape = new Tape();
    return autoencoder.pass(step(tape, rows, seed));
  }

  static Step step(Tape tape, FeatureMatrix rows, long seed) {
    Step same = Step.heldOut(tape, rows);
    return new Step(
        tape,
        same.input(),
        same.target(),
        same.observed(),
        same.classes(),
        new SplittableRandom(seed),
        0);
  }
}
