package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import io.residua.detector.score.MultiScaleResidual;
import io.residua.detector.score.ReconstructionProbability;
import java.util.List;
import java.util.Map;

/**
 * The saved form of scores that run the model's network, which is saved once. A multi-scale
 * residual has the tensors {@code score.multi-scale.…} {@code levels}, {@code noise} (vectors ×
 * width) and {@code scale} (levels × width); a reconstruction probability {@code
 * score.reconstruction-probability.…} {@code variance}, {@code noise} (samples × latent width) and
 * those of the layers that lead to the posterior's log variance.
 */
final class RunsFormat {
  private static final String MULTI_SCALE = "score.multi-scale.";
  private static final String PROBABILITY = "score.reconstruction-probability.";
  private static final String LEVELS = "levels";
  private static final String NOISE = "noise";
  private static final String SCALE = "scale";
  private static final String VECTORS = "vectors";
  private static final String SAMPLES = "samples";
  private static final String VARIANCE = "variance";
  private static final String LOG_VARIANCE = "log_variance";
  private static final String LAYERS = PROBABILITY + "log-variance.";

  private RunsFormat() {}

  static void write(MultiScaleResidual score, ObjectNode into, Map<String, Tensor> tensors) {
    int width = score.width();
    int levels = score.levels().length;
    int vectors = score.noise().length / width;
    into.put(LEVELS, levels).put(VECTORS, vectors);
    tensors.put(MULTI_SCALE + LEVELS, Tensor.vector(score.levels()));
    tensors.put(MULTI_SCALE + NOISE, Tensor.matrix(vectors, width, score.noise()));
    tensors.put(MULTI_SCALE + SCALE, Tensor.matrix(levels, width, score.scale()));
  }

  static MultiScaleResidual multiScale(StrictObject from, Network network, Tensors tensors)
      throws BundleException {
    int levels = (int) from.integer(LEVELS, 1, MultiScaleResidual.MOST_RUNS);
    int vectors = (int) from.integer(VECTORS, 1, MultiScaleResidual.MOST_RUNS);
    return new MultiScaleResidual(
        network,
        tensors.take(MULTI_SCALE + LEVELS, levels),
        tensors.take(MULTI_SCALE + NOISE, vectors, network.width()),
        tensors.take(MULTI_SCALE + SCALE, levels, network.width()));
  }

  static void write(ReconstructionProbability score, ObjectNode into, Map<String, Tensor> tensors) {
    into.put(SAMPLES, score.samples());
    int latentWidth = score.noise().length / score.samples();
    tensors.put(PROBABILITY + VARIANCE, Tensor.vector(score.variance()));
    tensors.put(PROBABILITY + NOISE, Tensor.matrix(score.samples(), latentWidth, score.noise()));
    NetworkFormat.layers(LOG_VARIANCE, LAYERS, score.logVariance(), into, tensors);
  }

  static ReconstructionProbability probability(StrictObject from, Network network, Tensors tensors)
      throws BundleException {
    int samples = (int) from.integer(SAMPLES, 1, ReconstructionProbability.MOST_SAMPLES);
    float[] variance = tensors.take(PROBABILITY + VARIANCE, network.width());
    float[] noise = tensors.take(PROBABILITY + NOISE, samples, network.latentWidth());
    List<Layer> logVariance = NetworkFormat.layers(LOG_VARIANCE, LAYERS, from, tensors);
    return new ReconstructionProbability(network, logVariance, variance, noise);
  }
}
