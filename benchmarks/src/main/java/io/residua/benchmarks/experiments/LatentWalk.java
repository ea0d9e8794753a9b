package io.residua.benchmarks.experiments;

import io.residua.detector.definition.Family;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.TrainingException;
import java.io.IOException;
import java.util.SplittableRandom;

/**
 * Pictures of what a variational autoencoder draws from its prior, and of what lies between points
 * of its latent space (Kingma and Welling, "Auto-Encoding Variational Bayes", 2014, figures 4 and
 * 5).
 */
final class LatentWalk {
  private static final int SIDE = 28;
  private static final int SAMPLES = 10;
  private static final int WALK = 15;

  /** The walk covers the inner 95 % of the prior in both directions. */
  private static final double REACH = 2;

  private static final int WIDE = 16;

  private LatentWalk() {}

  static String of(Setting setting) throws IOException, TrainingException {
    FeatureMatrix images = DigitImages.read(setting.mnist(), "train", setting.size(20_000, 60_000));
    Networks networks = new Networks(setting.hidden(), 2, setting.size(3_000, 40_000), 256, false);
    Variant variational = Variant.of(Family.VARIATIONAL);
    Network plane = networks.fit(variational, images, setting.seed());
    Network wide = networks.withLatent(WIDE).fit(variational, images, setting.seed());
    picture(plane, grid(), WALK).write(setting.pictures().resolve("latent-walk.png"));
    float[] drawn = normal(SAMPLES * SAMPLES * WIDE, setting.seed());
    picture(wide, drawn, SAMPLES).write(setting.pictures().resolve("samples.png"));
    String folder = setting.pictures().getFileName().toString();
    return """
        %,d images, hidden layers %s, %,d steps. Left: %d samples of the prior with %d latent numbers. Right: \
        the two latent numbers of another one from -%.0f to %.0f.

        ![Samples of the prior](%s/samples.png) ![A walk through the latent plane](%s/latent-walk.png)
        """
        .formatted(
            images.rows(),
            networks.hidden(),
            networks.steps(),
            SAMPLES * SAMPLES,
            WIDE,
            REACH,
            REACH,
            folder,
            folder);
  }

  private static Picture picture(Network network, float[] latent, int side) {
    int count = side * side;
    float[] pixels = new float[count * network.width()];
    new NetworkRunner(network).decode(latent, count, pixels);
    return new Picture(SIDE, side, side).draw(pixels);
  }

  private static float[] grid() {
    float[] places = new float[WALK * WALK * 2];
    for (int i = 0; i < WALK * WALK; i++) {
      places[2 * i] = at(i % WALK);
      places[2 * i + 1] = at(i / WALK);
    }
    return places;
  }

  private static float at(int step) {
    return (float) (REACH * (2.0 * step / (WALK - 1) - 1));
  }

  private static float[] normal(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
