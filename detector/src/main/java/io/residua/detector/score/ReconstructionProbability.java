package io.residua.detector.score;

import io.residua.detector.network.Layer;
import io.residua.detector.network.LayersRunner;
import io.residua.detector.network.Network;
import java.util.List;

/**
 * How improbable the record is to a decoder that sees what the encoder is unsure of: the negative
 * mean logarithm, over samples of the posterior, of the probability that the decoder gives the
 * record (An and Cho, "Variational Autoencoder based Anomaly Detection using Reconstruction
 * Probability", 2015, algorithm 4),
 *
 * <pre>
 *   −mean over l of ln N(x; decoder(z_l), diag(σ²)),   z_l = mean + exp(logVariance / 2) ε_l
 * </pre>
 *
 * <p>above the lowest it can be, and over the number of observed features n: {@code Σ (x_i −
 * x̂_li)² / (2 n σ_i²)}, meaned over l. About ½ for a normal record. The mean of the posterior is
 * the latent vector.
 *
 * <p>The noise vectors ε are part of the model: a record has one score. The decoder runs once a
 * vector.
 */
public final class ReconstructionProbability implements ResidualScore {
  /** Most noise vectors. */
  public static final int MOST_SAMPLES = 256;

  /** What keeps exp(logVariance / 2) finite and above 0. */
  private static final float MOST_LOG_VARIANCE = 40;

  private final Network network;
  private final List<Layer> logVariance;
  private final float[] variance;
  private final float[] noise;
  private final double[] weight;
  private final Workspace own;

  /** What one record's samples need. */
  private static final class Workspace {
    private final LayersRunner posterior;
    private final LayersRunner decoder;
    private final float[] logVariances;
    private final float[] samples;
    private final float[] outputs;

    Workspace(Network network, List<Layer> logVariance, int count) {
      posterior = new LayersRunner(logVariance);
      decoder = new LayersRunner(network.decoder());
      logVariances = new float[network.latentWidth()];
      samples = new float[count * network.latentWidth()];
      outputs = new float[count * network.width()];
    }
  }

  /**
   * @param network the model's own, whose latent vector is the posterior's mean
   * @param logVariance layers from the input to the logarithm of the posterior's variance
   * @param variance σ², one a feature, finite and above 0
   * @param noise ε, one or more rows of the latent vector's width, finite
   */
  public ReconstructionProbability(
      Network network, List<Layer> logVariance, float[] variance, float[] noise) {
    this.network = network;
    this.logVariance = List.copyOf(logVariance);
    this.variance = variance.clone();
    this.noise = noise.clone();
    this.weight = weights(variance);
    this.own = null;
    requireFit();
  }

  private ReconstructionProbability(ReconstructionProbability shared) {
    this.network = shared.network;
    this.logVariance = shared.logVariance;
    this.variance = shared.variance;
    this.noise = shared.noise;
    this.weight = shared.weight;
    this.own = new Workspace(network, logVariance, samples());
  }

  private static double[] weights(float[] variance) {
    float[] inverse = Scales.inverse("variance", variance);
    double[] weights = new double[inverse.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = inverse[i] / 2.0;
    }
    return weights;
  }

  private void requireFit() {
    new LayersRunner(logVariance);
    int reads = logVariance.get(0).inputs();
    int gives = logVariance.get(logVariance.size() - 1).outputs();
    if (reads != network.width() || gives != network.latentWidth()) {
      throw new IllegalArgumentException(
          "the posterior's log variance is of %d values from %d, got layers that give %d from %d"
              .formatted(network.latentWidth(), network.width(), gives, reads));
    }
    if (variance.length != network.width()) {
      throw new IllegalArgumentException(
          "expected %d variances, got %d".formatted(network.width(), variance.length));
    }
    if (samples() < 1 || samples() > MOST_SAMPLES || noise.length % network.latentWidth() != 0) {
      throw new IllegalArgumentException(
          "expected 1 to %d noise vectors of width %d, got %d values"
              .formatted(MOST_SAMPLES, network.latentWidth(), noise.length));
    }
    PrototypeChecks.finite("noise", noise);
  }

  /** How many noise vectors. */
  public int samples() {
    return noise.length / network.latentWidth();
  }

  /** The layers from the input to the logarithm of the posterior's variance. */
  public List<Layer> logVariance() {
    return logVariance;
  }

  /** A copy of σ², one a feature. */
  public float[] variance() {
    return variance.clone();
  }

  /** A copy of the noise vectors, one row each. */
  public float[] noise() {
    return noise.clone();
  }

  @Override
  public ResidualKind kind() {
    return ResidualKind.RECONSTRUCTION_PROBABILITY;
  }

  @Override
  public int width() {
    return network.width();
  }

  @Override
  public void requireSuits(Network other) {
    if (!network.equals(other)) {
      throw new IllegalArgumentException(
          "a reconstruction probability must be of the model's own network");
    }
  }

  @Override
  public long multiplyAdds() {
    return multiplyAdds(logVariance)
        + samples() * (multiplyAdds(network.decoder()) + 2L * width() + network.latentWidth());
  }

  private static long multiplyAdds(List<Layer> layers) {
    return layers.stream().mapToLong(Layer::multiplyAdds).sum();
  }

  @Override
  public ResidualScore forOneThread() {
    return new ReconstructionProbability(this);
  }

  @Override
  public double score(float[] input, float[] latent, float[] reconstruction, boolean[] observed) {
    float[] outputs = run(input, latent);
    double sum = 0;
    for (int i = 0; i < width(); i++) {
      sum += observed[i] ? term(i, input, outputs) : 0;
    }
    return sum / Observed.count(observed, width());
  }

  @Override
  public void contributions(
      float[] input, float[] latent, float[] reconstruction, boolean[] observed, double[] into) {
    float[] outputs = run(input, latent);
    for (int i = 0; i < width(); i++) {
      into[i] = observed[i] ? term(i, input, outputs) : 0;
    }
  }

  /** What the decoder makes of the samples. */
  private float[] run(float[] input, float[] latent) {
    Workspace workspace = own == null ? new Workspace(network, logVariance, samples()) : own;
    workspace.posterior.run(input, 1, workspace.logVariances);
    int width = network.latentWidth();
    for (int i = 0; i < width; i++) {
      float bounded =
          Math.max(-MOST_LOG_VARIANCE, Math.min(MOST_LOG_VARIANCE, workspace.logVariances[i]));
      float deviation = (float) Math.exp(bounded / 2);
      for (int sample = 0; sample < samples(); sample++) {
        int at = sample * width + i;
        workspace.samples[at] = latent[i] + deviation * noise[at];
      }
    }
    workspace.decoder.run(workspace.samples, samples(), workspace.outputs);
    return workspace.outputs;
  }

  private double term(int feature, float[] input, float[] outputs) {
    double sum = 0;
    for (int at = feature; at < outputs.length; at += width()) {
      double residual = (double) input[feature] - outputs[at];
      sum += residual * residual;
    }
    return sum * weight[feature] / samples();
  }
}
