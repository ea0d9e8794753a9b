package io.residua.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.List;
import java.util.SplittableRandom;
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
