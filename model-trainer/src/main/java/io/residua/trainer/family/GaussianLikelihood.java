package io.residua.trainer.family;

import io.residua.detector.score.FeatureScaling;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameter;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.List;

/**
 * How likely records are around what the decoder makes of a latent vector: {@code ln p(x | z) = −½
 * Σ_j (ln 2π σ_j² + (x_j − x̂_j)² / σ_j²)} over the observed features, in nats.
 *
 * <p>Each feature's variance {@code σ_j²} is learned with the network. A fixed variance of 1, on
 * features whose own is 1, makes it dear to tell records apart, and the posterior collapses
 * (Rybkin, Daniilidis and Levine, "Simple and Effective VAE Training with Calibrated Decoders",
 * 2021, section 4; Lucas et al., "Don't Blame the ELBO!", 2019). A variance begins at {@value
 * #FIRST} of its feature's: begun lower, latent numbers are spent on what one feature has to itself
 * before what several share. It ends no lower than {@value #LEAST} of it, or a feature that can be
 * told exactly would outweigh all others.
 */
final class GaussianLikelihood {
  static final double FIRST = 0.3;
  private static final double LEAST = 1e-3;
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  /** ln of the least variance, 1 × width. */
  private final float[] floor;

  /** Variances above the floor: {@code ln σ² = floor + softplus(raw)}. */
  private final Parameter raw;

  private GaussianLikelihood(float[] floor, Parameter raw) {
    this.floor = floor;
    this.raw = raw;
  }

  /**
   * @param training rows whose features tell how large a variance is
   */
  static GaussianLikelihood of(FeatureMatrix training) {
    float[] scale =
        FeatureScaling.of(training.width(), training.values(), training.observed()).scale();
    float[] variances = new float[scale.length];
    for (int i = 0; i < scale.length; i++) {
      variances[i] = scale[i] * scale[i];
    }
    return of(variances);
  }

  /**
   * @param variances of each feature, above 0
   */
  static GaussianLikelihood of(float[] variances) {
    float[] floor = new float[variances.length];
    for (int i = 0; i < floor.length; i++) {
      floor[i] = (float) Math.log(LEAST * variances[i]);
    }
    double first = Math.log(Math.expm1(Math.log(FIRST / LEAST)));
    return new GaussianLikelihood(floor, Parameter.drawn(1, floor.length, () -> first));
  }

  /**
   * The likelihood of each sample's row.
   *
   * @return (k · rows) × 1
   */
  Node of(Pass pass) {
    Step step = pass.step();
    int samples = pass.output().rows() / step.rows();
    Node variance = logVariance(step.tape());
    Node precision = variance.scaled(-1).exponential();
    Node surprise =
        pass.output()
            .minus(repeated(step.target(), samples))
            .squared()
            .times(precision)
            .plus(variance.shifted(LOG_TWO_PI));
    return step.observed()
        .map(observed -> surprise.times(repeated(observed, samples)))
        .orElse(surprise)
        .rowSums()
        .scaled(-0.5);
  }

  private static Node repeated(Node rows, int times) {
    return times == 1 ? rows : rows.repeated(times);
  }

  private Node logVariance(Tape tape) {
    return tape.variable(raw).softplus().plus(tape.constant(1, floor.length, floor));
  }

  /** The variance of each feature around the decoder's output. */
  float[] variances() {
    return logVariance(new Tape()).exponential().values().clone();
  }

  /** The square root of each variance. */
  float[] deviations() {
    return logVariance(new Tape()).scaled(0.5).exponential().values().clone();
  }

  Parameters parameters() {
    return new Parameters(List.of(raw));
  }
}
