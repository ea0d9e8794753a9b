package io.residua.benchmarks.experiments;

import io.residua.detector.definition.Family;
import io.residua.detector.network.Network;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.TrainingException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Whether latent vectors of images that training has not seen are distributed as the prior says
 * (Makhzani et al., "Adversarial Autoencoders", 2016, figure 2; Tolstikhin et al., "Wasserstein
 * Auto-Encoders", 2018), beside a plain autoencoder, which has none; and what becomes of an
 * adversarial one whose prior has a region for each digit (Makhzani et al., section 2.3).
 */
final class PriorMatching {
  private static final List<Family> FAMILIES =
      List.of(Family.UNDERCOMPLETE, Family.ADVERSARIAL, Family.WASSERSTEIN);

  private PriorMatching() {}

  static String of(Setting setting) throws IOException, TrainingException {
    FeatureMatrix classified =
        DigitImages.read(setting.mnist(), "train", setting.size(20_000, 60_000));
    FeatureMatrix training =
        new FeatureMatrix(classified.width(), classified.values(), classified.observed());
    FeatureMatrix test = DigitImages.read(setting.mnist(), "t10k", 2_000);
    Networks networks = new Networks(setting.hidden(), 2, setting.size(2_000, 40_000), 256, false);
    float[] prior = normal(2 * test.rows(), setting.seed());
    String folder = setting.pictures().getFileName().toString();
    StringBuilder text =
        new StringBuilder(
            "Two latent numbers of %,d test images, a colour for each digit; the ring holds 95 %% of the prior. An energy distance of 0 means equal distributions; two samples of the prior this large are %.4f apart.\n\n| family | energy distance to the prior | squared error | |\n|---|---|---|---|\n"
                .formatted(
                    test.rows(),
                    energyDistance(normal(2 * test.rows(), setting.seed() + 1), prior)));
    for (Family family : FAMILIES) {
      Network network = networks.fit(Variant.of(family), training, setting.seed());
      FeatureMatrix latent = Encoded.latent(network, test);
      String file = family.id() + "-latents.png";
      LatentPlot.write(latent, setting.pictures().resolve(file));
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.4f | %.1f | ![Latent plane](%s/%s) |%n",
              family.id(),
              energyDistance(latent.values(), prior),
              Encoded.squaredError(network, test),
              folder,
              file));
    }
    Network regions = networks.fit(Variant.of(Family.ADVERSARIAL), classified, setting.seed());
    LatentPlot.write(
        Encoded.latent(regions, test), setting.pictures().resolve("adversarial-regions.png"));
    text.append(
        "%nThe same images in latent planes of `adversarial` with a region of the prior for each digit:%n%n"
            .formatted());
    text.append("![Regions](%s/adversarial-regions.png)%n".formatted(folder));
    return text.toString();
  }

  /**
   * {@code 2 E|X − Y| − E|X − X'| − E|Y − Y'|} of points in the plane (Székely and Rizzo, "Energy
   * statistics", 2013).
   */
  static double energyDistance(float[] one, float[] other) {
    return 2 * meanDistance(one, other) - meanDistance(one, one) - meanDistance(other, other);
  }

  private static double meanDistance(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i += 2) {
      for (int j = 0; j < other.length; j += 2) {
        sum += Math.hypot(one[i] - other[j], one[i + 1] - other[j + 1]);
      }
    }
    return sum / (one.length / 2.0) / (other.length / 2.0);
  }

  private static float[] normal(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[count];
    Arrays.setAll(values, i -> random.nextGaussian());
    float[] rounded = new float[count];
    for (int i = 0; i < count; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}
