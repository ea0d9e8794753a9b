package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import java.util.List;

/**
 * How unlikely a batch is among a mixture of normal distributions that an estimation network sorts
 * it into, and a penalty of narrow components: {@code λ₁ mean E(z) + λ₂ Σ 1 / Σ_kjj} (Zong et al.,
 * "Deep Autoencoding Gaussian Mixture Model for Unsupervised Anomaly Detection", 2018, equation 7),
 * of z = [latent vector, relative Euclidean distance, cosine similarity] (equations 1 to 3).
 *
 * <p>Both weights are divided by the number of features: the paper's squared error is their sum,
 * ours their mean.
 */
record MixtureEnergy(MixtureCode code, MixtureSettings settings) implements LossTerm {
  /** Share of all records from which on a component stands for them all. */
  private static final double WHOLE = 0.99;

  @Override
  public Node of(Pass pass) {
    Node points = points(pass);
    SoftMixture mixture =
        SoftMixture.of(pass.step().tape(), points, code.memberships(pass.step().tape(), points));
    Node energy = mixture.energies().mean().scaled(settings.energyWeight());
    Node penalty = mixture.narrowness(pass.step().tape()).scaled(settings.covarianceWeight());
    return energy.plus(penalty).scaled(1.0 / pass.step().width());
  }

  /** Says so where one component stands for nearly all records. */
  @Override
  public List<String> warnings(Pass heldOut) {
    Node memberships = code.memberships(heldOut.step().tape(), points(heldOut));
    float[] shares = memberships.columnMeans().values();
    float largest = 0;
    for (float share : shares) {
      largest = Math.max(largest, share);
    }
    return shares.length == 1 || largest < WHOLE
        ? List.of()
        : List.of(
            "one of the %d components stands for %.1f %% of the records; a smaller model.covariance-weight could keep them apart"
                .formatted(shares.length, 100 * largest));
  }

  /** z of each row: rows × (latent + 2). */
  static Node points(Pass pass) {
    return pass.code().mean().beside(Rebuilt.of(pass));
  }
}
