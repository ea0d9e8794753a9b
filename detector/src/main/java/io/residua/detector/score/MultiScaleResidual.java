package io.residua.detector.score;

import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;

/**
 * How well the network takes noise off the record, at several levels of noise: the mean over the
 * levels {@code σ_s}, the noise vectors {@code ε_r} and the observed features of the squared
 * residual, in units of its usual size at that level,
 *
 * <pre>
 *   mean over s, r, i of ((x_i − f(x + σ_s ε_r)_i) / scale_si)²
 * </pre>
 *
 * <p>An autoencoder that was trained on normal records draws what lies near them back to them: the
 * residual of a noisy input follows the gradient of the logarithm of the density (Alain and Bengio,
 * "What Regularized Auto-Encoders Learn from the Data-Generating Distribution", 2014), which little
 * noise looks at from near and much noise from afar. About 1 for a normal record.
 *
 * <p>The noise vectors are part of the model: a record has one score. Features that were not
 * observed get no noise. The network runs {@code levels × vectors} times.
 */
public final class MultiScaleResidual implements ResidualScore {
  /** Most runs of the network. */
  public static final int MOST_RUNS = 256;

  private final Network network;
  private final float[] levels;
  private final float[] noise;
  private final float[] scale;
  private final float[] weight;
  private final Workspace own;

  /** What one record's runs need. */
  private static final class Workspace {
    private final NetworkRunner runner;
    private final float[] inputs;
    private final float[] latents;
    private final float[] outputs;

    Workspace(Network network, int runs) {
      runner = new NetworkRunner(network);
      inputs = new float[runs * network.width()];
      latents = new float[runs * network.latentWidth()];
      outputs = new float[runs * network.width()];
    }
  }

  /**
   * @param network f, the model's own
   * @param levels σ, one or more, finite and above 0
   * @param noise ε, one or more rows of the network's width, finite, in the features' units
   * @param scale each feature's root mean squared residual on normal records, above 0: a row of the
   *     network's width a level
   */
  public MultiScaleResidual(Network network, float[] levels, float[] noise, float[] scale) {
    int width = network.width();
    int vectors = noise.length / width;
    if (levels.length < 1
        || vectors < 1
        || noise.length % width != 0
        || (long) levels.length * vectors > MOST_RUNS) {
      throw new IllegalArgumentException(
          "expected 1 to %d levels times noise vectors of %d features, got %d levels and %d values"
              .formatted(MOST_RUNS, width, levels.length, noise.length));
    }
    for (int i = 0; i < levels.length; i++) {
      if (!(levels[i] > 0) || Float.isInfinite(levels[i])) {
        throw new IllegalArgumentException(
            "a level of noise must be finite and above 0; levels[" + i + "] is " + levels[i]);
      }
    }
    PrototypeChecks.finite("noise", noise);
    if (scale.length != levels.length * width) {
      throw new IllegalArgumentException(
          "the scales of %d levels and %d features are %d values, got %d"
              .formatted(levels.length, width, levels.length * width, scale.length));
    }
    this.network = network;
    this.levels = levels.clone();
    this.noise = noise.clone();
    this.scale = scale.clone();
    this.weight = Scales.inverse("scale", scale);
    this.own = null;
  }

  private MultiScaleResidual(MultiScaleResidual shared) {
    this.network = shared.network;
    this.levels = shared.levels;
    this.noise = shared.noise;
    this.scale = shared.scale;
    this.weight = shared.weight;
    this.own = new Workspace(network, shared.runs());
  }

  private int vectors() {
    return noise.length / width();
  }

  private int runs() {
    return levels.length * vectors();
  }

  /** A copy of the levels. */
  public float[] levels() {
    return levels.clone();
  }

  /** A copy of the noise vectors, one row each. */
  public float[] noise() {
    return noise.clone();
  }

  /** A copy of the scales, a row a level. */
  public float[] scale() {
    return scale.clone();
  }

  @Override
  public ResidualKind kind() {
    return ResidualKind.MULTI_SCALE;
  }

  @Override
  public int width() {
    return network.width();
  }

  @Override
  public void requireSuits(Network other) {
    if (!network.equals(other)) {
      throw new IllegalArgumentException(
          "a multi-scale residual must be of the model's own network");
    }
  }

  @Override
  public long multiplyAdds() {
    return runs() * (network.multiplyAdds() + 3L * width());
  }

  @Override
  public ResidualScore forOneThread() {
    return new MultiScaleResidual(this);
  }

  @Override
  public double score(float[] input, float[] latent, float[] reconstruction, boolean[] observed) {
    Workspace workspace = run(input, observed);
    double sum = 0;
    for (int i = 0; i < width(); i++) {
      sum += observed[i] ? squares(i, input, workspace) : 0;
    }
    return sum / Observed.count(observed, width());
  }

  @Override
  public void contributions(
      float[] input, float[] latent, float[] reconstruction, boolean[] observed, double[] into) {
    Workspace workspace = run(input, observed);
    for (int i = 0; i < width(); i++) {
      into[i] = observed[i] ? squares(i, input, workspace) : 0;
    }
  }

  private Workspace run(float[] input, boolean[] observed) {
    Workspace workspace = own == null ? new Workspace(network, runs()) : own;
    for (int run = 0; run < runs(); run++) {
      float level = levels[run / vectors()];
      int vector = run % vectors() * width();
      int to = run * width();
      for (int i = 0; i < width(); i++) {
        workspace.inputs[to + i] = observed[i] ? input[i] + level * noise[vector + i] : input[i];
      }
    }
    workspace.runner.run(workspace.inputs, runs(), workspace.latents, workspace.outputs);
    return workspace;
  }

  /** The mean over the runs of a feature's squared residual. */
  private double squares(int feature, float[] input, Workspace workspace) {
    double sum = 0;
    for (int run = 0; run < runs(); run++) {
      double residual =
          (input[feature] - workspace.outputs[run * width() + feature])
              * weight[run / vectors() * width() + feature];
      sum += residual * residual;
    }
    return sum / runs();
  }
}
