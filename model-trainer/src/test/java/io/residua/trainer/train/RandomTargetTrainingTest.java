package io.residua.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.detector.score.ResidualKind;
import io.residua.detector.score.ResidualScore;
import io.residua.detector.score.ResidualScoreFitter;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Martino et al., "Are We Using Autoencoders in a Wrong Way?", 2023. */
class RandomTargetTrainingTest {
  private static final int WIDTH = 3;
  private static final String SIZES =
      "hidden: [16], latent: 2, steps: 1500, batch: 64, learning-rate: 0.005";
  private static final float[][] MEANS = {{2, 0, -1}, {-2, 1, 1}, {0, -2, 1}};

  @Test
  void whatComesOutOfAClassTendsToItsMean() throws Exception {
    FeatureMatrix rows = classes(900, 1);
    Network network = fit("family: same-class, class: kind, " + SIZES, rows);

    float[] output = reconstruct(network, rows.values());
    double distance = 0;
    for (int i = 0; i < output.length; i++) {
      double difference = output[i] - MEANS[rows.classOf(i / WIDTH)][i % WIDTH];
      distance += difference * difference / output.length;
    }
    assertThat(Math.sqrt(distance)).as("classes spread by 0.5 in each feature").isLessThan(0.15);
  }

  @Test
  void whatComesOutOfAnyRecordTendsToTheMeanOfAll() throws Exception {
    FeatureMatrix rows = classes(900, 1);
    Network network = fit("family: any-class, " + SIZES, rows);

    float[] output = reconstruct(network, rows.values());
    double[] mean = new double[WIDTH];
    for (int i = 0; i < output.length; i++) {
      mean[i % WIDTH] += rows.values()[i] / (double) rows.rows();
    }
    double distance = 0;
    for (int i = 0; i < output.length; i++) {
      distance += Math.pow(output[i] - mean[i % WIDTH], 2) / output.length;
    }
    assertThat(Math.sqrt(distance)).as("records spread by 1.5 in each feature").isLessThan(0.25);
  }

  @Test
  void theScoreOfAnyClassTendsToTheSquaredStandardScore() throws Exception {
    FeatureMatrix rows = classes(900, 1);
    float[] output = reconstruct(fit("family: any-class, " + SIZES, rows), rows.values());

    ResidualScore score =
        ResidualScoreFitter.fit(
            ResidualKind.STANDARDISED, WIDTH, rows.values(), output, rows.observed());

    double[] scores = new double[rows.rows()];
    double[] squares = new double[rows.rows()];
    for (int row = 0; row < scores.length; row++) {
      int from = row * WIDTH;
      float[] input = Arrays.copyOfRange(rows.values(), from, from + WIDTH);
      float[] made = Arrays.copyOfRange(output, from, from + WIDTH);
      scores[row] = score.score(input, new float[2], made, new boolean[] {true, true, true});
      for (int i = 0; i < WIDTH; i++) {
        squares[row] += Math.pow((input[i] - mean(rows, i)) / deviation(rows, i), 2) / WIDTH;
      }
    }
    assertThat(correlation(scores, squares)).isGreaterThan(0.99);
  }

  private static double mean(FeatureMatrix rows, int feature) {
    return IntStream.range(0, rows.rows())
        .mapToDouble(row -> rows.values()[row * WIDTH + feature])
        .average()
        .orElseThrow();
  }

  private static double deviation(FeatureMatrix rows, int feature) {
    double mean = mean(rows, feature);
    return Math.sqrt(
        IntStream.range(0, rows.rows())
            .mapToDouble(row -> Math.pow(rows.values()[row * WIDTH + feature] - mean, 2))
            .average()
            .orElseThrow());
  }

  private static double correlation(double[] one, double[] other) {
    double meanOne = Arrays.stream(one).average().orElseThrow();
    double meanOther = Arrays.stream(other).average().orElseThrow();
    double product = 0;
    double squareOne = 0;
    double squareOther = 0;
    for (int i = 0; i < one.length; i++) {
      product += (one[i] - meanOne) * (other[i] - meanOther);
      squareOne += Math.pow(one[i] - meanOne, 2);
      squareOther += Math.pow(other[i] - meanOther, 2);
    }
    return product / Math.sqrt(squareOne * squareOther);
  }

  @Test
  void withoutMixingItIsAPlainAutoencoder() throws Exception {
    String sizes = "hidden: [16], latent: 2, steps: 150, batch: 64";
    FeatureMatrix rows = classes(300, 1);

    List<float[]> plain = weights(fit("family: undercomplete, " + sizes, rows));

    for (String family : List.of("same-class", "any-class")) {
      List<float[]> mixed = weights(fit("mixing: 0, family: " + family + ", " + sizes, rows));
      for (int i = 0; i < plain.size(); i++) {
        assertThat(mixed.get(i)).containsExactly(plain.get(i));
      }
    }
  }

  private static FeatureMatrix classes(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * WIDTH];
    int[] classes = new int[rows];
    for (int i = 0; i < values.length; i++) {
      classes[i / WIDTH] = i / WIDTH % MEANS.length;
      values[i] =
          (float) (MEANS[i / WIDTH % MEANS.length][i % WIDTH] + 0.5 * random.nextGaussian());
    }
    return Samples.complete(WIDTH, values).withClasses(classes);
  }

  private static Network fit(String model, FeatureMatrix rows) throws TrainingException {
    ModelSpec spec = Samples.spec(model);
    return AutoencoderFitter.fit(spec, rows, rows, 3, TrainingListener.SILENT).network();
  }

  private static float[] reconstruct(Network network, float[] rows) {
    int records = rows.length / WIDTH;
    float[] output = new float[rows.length];
    new NetworkRunner(network)
        .run(rows, records, new float[records * network.latentWidth()], output);
    return output;
  }

  private static List<float[]> weights(Network network) {
    return network.layers().stream().map(layer -> ((DenseLayer) layer).weights()).toList();
  }
}
