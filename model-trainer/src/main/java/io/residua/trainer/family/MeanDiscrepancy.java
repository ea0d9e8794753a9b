package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;

/**
 * How far the latent vectors' distribution is from the standard normal one: the maximum mean
 * discrepancy, {@code MMD = E k(z, z') + E k(y, y') − 2 E k(z, y)}, estimated without bias from n
 * vectors of each kind, with the inverse multiquadrics {@code k(x, y) = Σ_c c / (c + |x − y|²)},
 * whose tails reach latent vectors that lie far out (Tolstikhin et al., "Wasserstein
 * Auto-Encoders", 2018, algorithm 2 and section 4). The scales c are those of the paper's
 * experiments: the mean squared distance of two draws of the prior, times 0.1 to 10.
 *
 * @param weight of it in the loss: the paper's λ
 */
record MeanDiscrepancy(double weight) implements LossTerm {
  private static final float[] SPREAD = {0.1f, 0.2f, 0.5f, 1, 2, 5, 10};

  @Override
  public Node of(Pass pass) {
    Node latent = pass.code().sample();
    Node prior = pass.step().normal(latent.rows(), latent.columns());
    return between(latent, prior).scaled(weight);
  }

  /**
   * The estimate for two samples: below 0 at times where the distributions are equal.
   *
   * @param left n × latent
   * @param right n × latent
   * @return 1 × 1
   */
  static Node between(Node left, Node right) {
    Node across = left.squaredDistances(right).inverseMultiquadrics(scales(left.columns())).mean();
    return within(left).plus(within(right)).minus(across.scaled(2));
  }

  /** The mean over pairs of different rows; 0 where there is one row. */
  private static Node within(Node rows) {
    float[] scales = scales(rows.columns());
    int count = rows.rows();
    double pairs = Math.max(1.0, (double) count * (count - 1));
    return rows.squaredDistances(rows)
        .inverseMultiquadrics(scales)
        .sum()
        .shifted(-(double) count * scales.length)
        .scaled(1 / pairs);
  }

  /** A row's kernel with itself is 1 at each of these. */
  private static float[] scales(int latent) {
    float[] scales = SPREAD.clone();
    for (int i = 0; i < scales.length; i++) {
      scales[i] *= 2f * latent;
    }
    return scales;
  }
}
