package io.residua.detector.score;

import io.residua.detector.network.Layer;
import io.residua.detector.network.LayersRunner;
import io.residua.detector.network.Network;
import java.util.Arrays;
import java.util.List;

/**
 * A residual score beside a classifier that learned labelled anomalies: {@code ln(1 + e^r + e^h)},
 * in which r is the surprise of the residual score's logarithm and h that of the classifier's
 * log-odds, each by its {@link ExponentialTail} on normal records. About {@code −ln p} where p is
 * the share of normal records that look as strange; the sum of both is twice the inverse of the
 * harmonic mean of two p-values, which holds however the two depend on each other (Good,
 * "Significance Tests in Parallel and in Series", 1958; Wilson, "The harmonic mean p-value for
 * combining dependent tests", 2019).
 *
 * <p>An anomaly is either like the labelled ones or not, so that the likelihood ratio of "either"
 * is the sum of both. A product, which {@link CombinedScore} is, would ask for both: a classifier
 * that is sure that a record is normal, as it is of all that is unlike the labelled ones, would
 * hide a residual of any size. Here it adds nothing, and the score is never below {@code ln(1 +
 * e^r)}.
 *
 * <p>No number of the latent vector belongs to a feature: the score is shared out as the residual
 * score's own is.
 */
public final class SupervisedScore implements ResidualScore {
  /** Scores below count as this: one of 0 has no logarithm. */
  private static final double SMALLEST = 1e-12;

  private final ResidualScore residual;
  private final List<Layer> head;
  private final ExponentialTail residualTail;
  private final ExponentialTail headTail;
  private final Runner own;

  /** Runs the head, for one thread. */
  private static final class Runner {
    private final LayersRunner layers;
    private final float[] logOdds = new float[1];

    Runner(List<Layer> head) {
      layers = new LayersRunner(head);
    }

    double logOdds(float[] latent) {
      layers.run(latent, 1, logOdds);
      return logOdds[0];
    }
  }

  /**
   * @param residual any other kind
   * @param head layers from the latent vector to the log-odds of an anomaly
   * @param residualTail of the residual score's logarithms on normal records
   * @param headTail of the log-odds on normal records
   */
  public SupervisedScore(
      ResidualScore residual,
      List<Layer> head,
      ExponentialTail residualTail,
      ExponentialTail headTail) {
    this(residual, List.copyOf(head), residualTail, headTail, null);
    if (residual instanceof SupervisedScore) {
      throw new IllegalArgumentException("the residual of a supervised score is supervised itself");
    }
    new LayersRunner(this.head);
    int outputs = this.head.get(this.head.size() - 1).outputs();
    if (outputs != 1) {
      throw new IllegalArgumentException(
          "the head of a supervised score gives one number, got " + outputs);
    }
  }

  private SupervisedScore(
      ResidualScore residual,
      List<Layer> head,
      ExponentialTail residualTail,
      ExponentialTail headTail,
      Runner own) {
    this.residual = residual;
    this.head = head;
    this.residualTail = residualTail;
    this.headTail = headTail;
    this.own = own;
  }

  /** The score without the classifier. */
  public ResidualScore residual() {
    return residual;
  }

  /** The layers from the latent vector to the log-odds. */
  public List<Layer> head() {
    return head;
  }

  public ExponentialTail residualTail() {
    return residualTail;
  }

  public ExponentialTail headTail() {
    return headTail;
  }

  @Override
  public ResidualKind kind() {
    return ResidualKind.SUPERVISED;
  }

  @Override
  public int width() {
    return residual.width();
  }

  @Override
  public void requireSuits(Network network) {
    residual.requireSuits(network);
    if (head.get(0).inputs() != network.latentWidth()) {
      throw new IllegalArgumentException(
          "latent vector and head must have one width, got %d and %d"
              .formatted(network.latentWidth(), head.get(0).inputs()));
    }
  }

  @Override
  public long multiplyAdds() {
    return residual.multiplyAdds() + head.stream().mapToLong(Layer::multiplyAdds).sum();
  }

  @Override
  public ResidualScore forOneThread() {
    return new SupervisedScore(
        residual.forOneThread(), head, residualTail, headTail, new Runner(head));
  }

  @Override
  public double score(float[] input, float[] latent, float[] reconstruction, boolean[] observed) {
    double left = residual.score(input, latent, reconstruction, observed);
    double logOdds = (own == null ? new Runner(head) : own).logOdds(latent);
    return combined(left, logOdds);
  }

  /**
   * The score of a record of which both parts are known.
   *
   * @param left the residual score
   * @param logOdds what the head says
   */
  public double combined(double left, double logOdds) {
    return sum(residualTail.surprise(logarithm(left)), headTail.surprise(logOdds));
  }

  /** What the tail of a residual score is fitted to. */
  public static double logarithm(double score) {
    return Math.log(Math.max(SMALLEST, score));
  }

  /** {@code ln(1 + e^r + e^h)}, without a sum that is infinite. */
  private static double sum(double r, double h) {
    double larger = Math.max(r, h);
    return larger <= 0
        ? Math.log1p(Math.exp(r) + Math.exp(h))
        : larger + Math.log(Math.exp(-larger) + Math.exp(r - larger) + Math.exp(h - larger));
  }

  @Override
  public void contributions(
      float[] input, float[] latent, float[] reconstruction, boolean[] observed, double[] into) {
    residual.contributions(input, latent, reconstruction, observed, into);
    double shared = Arrays.stream(into, 0, width()).sum();
    double whole =
        score(input, latent, reconstruction, observed) * Observed.count(observed, width());
    for (int i = 0; i < width(); i++) {
      into[i] = shared > 0 ? whole * (into[i] / shared) : 0;
    }
  }
}
