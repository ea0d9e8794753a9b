package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A mixture of normal distributions whose statistics are those of a batch, by the rows' memberships
 * γ (Zong et al., "Deep Autoencoding Gaussian Mixture Model for Unsupervised Anomaly Detection",
 * 2018, equation 5):
 *
 * <pre>
 *   φ_k = Σ γ_k / rows
 *   μ_k = Σ γ_k z / Σ γ_k
 *   Σ_k = Σ γ_k (z − μ_k)ᵀ (z − μ_k) / Σ γ_k
 * </pre>
 *
 * <p>{@value #FLOOR} is added to each variance, without which a component on few points has a
 * density without bound.
 *
 * @param deviations of each component: rows × width, from its mean
 * @param covariances of each component: width × width
 * @param shares of each component: 1 × 1
 */
record SoftMixture(List<Node> deviations, List<Node> covariances, List<Node> shares) {
  private static final double FLOOR = 1e-3;

  /** Memberships of a component add up to at least this. */
  private static final double LIGHTEST = 1e-6;

  /**
   * @param points rows × width
   * @param memberships rows × components, from 0 to 1; each row adds up to 1
   */
  static SoftMixture of(Tape tape, Node points, Node memberships) {
    List<Node> deviations = new ArrayList<>();
    List<Node> covariances = new ArrayList<>();
    List<Node> shares = new ArrayList<>();
    Node floor = identity(tape, points.columns()).scaled(FLOOR);
    for (int k = 0; k < memberships.columns(); k++) {
      Node membership = memberships.columns(k, k + 1);
      Node whole = membership.sum().atLeast(LIGHTEST);
      Node mean = membership.transposed().product(points).over(whole);
      Node deviation = points.minus(mean);
      Node scatter = deviation.times(membership).transposed().product(deviation);
      deviations.add(deviation);
      covariances.add(scatter.over(whole).plus(floor));
      shares.add(whole.scaled(1.0 / points.rows()));
    }
    return new SoftMixture(deviations, covariances, shares);
  }

  /** {@code −ln Σ φ_k N(z; μ_k, Σ_k)} of each row (equation 6): rows × 1. */
  Node energies() {
    Node logarithms = null;
    for (int k = 0; k < shares.size(); k++) {
      Node density = deviations.get(k).logNormalDensities(covariances.get(k));
      Node part = density.plus(shares.get(k).logarithm());
      logarithms = logarithms == null ? part : logarithms.beside(part);
    }
    return logarithms.logSumExponentials().scaled(-1);
  }

  /** {@code Σ 1 / Σ_kjj} over components and dimensions, the penalty of equation 7: 1 × 1. */
  Node narrowness(Tape tape) {
    Node sum = tape.constant(0);
    for (Node covariance : covariances) {
      Node variances = covariance.times(identity(tape, covariance.rows())).rowSums();
      Node inverses = ones(tape, variances.rows()).over(variances);
      sum = inverses.sum().plus(sum);
    }
    return sum;
  }

  private static Node ones(Tape tape, int rows) {
    float[] ones = new float[rows];
    Arrays.fill(ones, 1);
    return tape.constant(rows, 1, ones);
  }

  private static Node identity(Tape tape, int width) {
    float[] values = new float[width * width];
    for (int i = 0; i < width; i++) {
      values[i * width + i] = 1;
    }
    return tape.constant(width, width, values);
  }
}
