package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenoisingTest {
  private static final String SHAPE =
      ", hidden: [24], latent: 6, steps: 1000, batch: 128, learning-rate: 0.003";
  private final FeatureMatrix rows = Samples.causes(1000, 8, 101);
  private final FeatureMatrix others = Samples.causes(300, 8, 7);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "corruption: gaussian, corruption-level: 0.5",
        "corruption: masking, corruption-level: 0.25",
        "corruption: swap, corruption-level: 0.25"
      })
  void whatWasCorruptedIsRebuiltBetterThanByAPlainAutoencoder(String corruption)
      throws TrainingException {
    String denoising = "family: denoising, " + corruption + SHAPE;
    float[] corrupted = new float[others.values().length];
    AutoencoderPlan.of(Samples.spec(denoising), rows)
        .corruption()
        .corrupt(others.values(), others.width(), corrupted, new SplittableRandom(3));

    double plain = error(trained("family: undercomplete" + SHAPE), corrupted);

    assertThat(error(trained(denoising), corrupted)).isLessThan(0.8 * plain);
  }

  private Network trained(String model) throws TrainingException {
    return AutoencoderFitter.fit(Samples.spec(model), rows, rows, 1, TrainingListener.SILENT)
        .network();
  }

  /** Of what is made of corrupted rows, against the clean ones. */
  private double error(Network network, float[] corrupted) {
    float[] output = new float[corrupted.length];
    float[] latent = new float[others.rows() * network.latentWidth()];
    new NetworkRunner(network).run(corrupted, others.rows(), latent, output);
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      double residual = others.values()[i] - output[i];
      sum += residual * residual / output.length;
    }
    return sum;
  }
}
