package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.network.Network;
import io.residua.detector.score.GaussianMixture;
import io.residua.detector.score.LatentDensity;
import java.util.Map;

/**
 * A latent density's saved form: its sizes as members, its mixture as the tensors {@code
 * score.latent-density.…} {@code weights}, {@code means} (components × width), {@code factors}
 * (components × width × width, inverse Cholesky factors) and {@code scale}.
 */
final class DensityFormat {
  private static final String PREFIX = "score.latent-density.";
  private static final String WEIGHTS = PREFIX + "weights";
  private static final String MEANS = PREFIX + "means";
  private static final String FACTORS = PREFIX + "factors";
  private static final String SCALE = PREFIX + "scale";
  private static final String COMPONENTS = "components";
  private static final String WIDTH = "width";

  private DensityFormat() {}

  static void write(LatentDensity density, ObjectNode into, Map<String, Tensor> tensors) {
    GaussianMixture mixture = density.mixture();
    int components = mixture.components();
    int width = mixture.width();
    into.put(COMPONENTS, components).put(WIDTH, width);
    tensors.put(WEIGHTS, Tensor.vector(mixture.weights()));
    tensors.put(MEANS, Tensor.matrix(components, width, mixture.means()));
    tensors.put(FACTORS, new Tensor(new int[] {components, width, width}, mixture.factors()));
    tensors.put(SCALE, Tensor.vector(density.scale()));
  }

  static LatentDensity read(StrictObject from, Network network, Tensors tensors)
      throws BundleException {
    int components = (int) from.integer(COMPONENTS, 1, GaussianMixture.MOST_COMPONENTS);
    int width = (int) from.integer(WIDTH, 1, GaussianMixture.MOST_WIDTH);
    GaussianMixture mixture =
        new GaussianMixture(
            width,
            tensors.take(WEIGHTS, components),
            tensors.take(MEANS, components, width),
            tensors.take(FACTORS, components, width, width));
    float[] scale = tensors.take(SCALE, network.width());
    return new LatentDensity(network.latentWidth(), mixture, scale);
  }
}
