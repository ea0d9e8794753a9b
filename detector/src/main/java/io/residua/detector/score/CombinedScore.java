package io.residua.detector.score;

import io.residua.detector.network.Network;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Several scores as one: the geometric mean of each one's ratio to its median on normal records,
 * {@code exp(mean ln(s_i / m_i))}. About 1 for a normal record. It ranks as the mean of logarithms
 * does, is never below 0, and no part can outweigh the others by its units.
 *
 * <p>A ratio below a millionth counts as a millionth: a record that one part rebuilds exactly is
 * still judged by the others.
 *
 * <p>A feature contributes the mean of its shares in the parts. A part without any residual shares
 * out nothing.
 */
public final class CombinedScore implements ResidualScore {
  private static final double SMALLEST_RATIO = 1e-6;

  private final List<Part> parts;

  /**
   * One of the scores.
   *
   * @param score another kind than {@link CombinedScore} and {@link SupervisedScore}
   * @param median of it on normal records, finite and above 0
   */
  public record Part(ResidualScore score, double median) {
    public Part {
      if (score instanceof CombinedScore) {
        throw new IllegalArgumentException("a combined score's part must not be combined itself");
      }
      if (score instanceof SupervisedScore) {
        throw new IllegalArgumentException("a combined score's part must not be supervised");
      }
      if (!(median > 0) || Double.isInfinite(median)) {
        throw new IllegalArgumentException(
            "the median of score %s must be finite and above 0, is %s"
                .formatted(score.kind().id(), median));
      }
    }
  }

  /**
   * @param parts at least two, of different kinds and one width
   */
  public CombinedScore(List<Part> parts) {
    this.parts = List.copyOf(parts);
    if (this.parts.size() < 2) {
      throw new IllegalArgumentException(
          "a combined score has at least two parts, got " + this.parts.size());
    }
    Set<ResidualKind> kinds = EnumSet.noneOf(ResidualKind.class);
    for (Part part : this.parts) {
      if (!kinds.add(part.score().kind())) {
        throw new IllegalArgumentException(
            "a combined score has two parts of kind " + part.score().kind().id());
      }
      if (part.score().width() != width()) {
        throw new IllegalArgumentException(
            "the parts of a combined score must have one width, got %d and %d"
                .formatted(width(), part.score().width()));
      }
    }
  }

  public List<Part> parts() {
    return parts;
  }

  @Override
  public ResidualKind kind() {
    return ResidualKind.COMBINED;
  }

  @Override
  public int width() {
    return parts.get(0).score().width();
  }

  @Override
  public void requireSuits(Network network) {
    parts.forEach(part -> part.score().requireSuits(network));
  }

  @Override
  public long multiplyAdds() {
    return parts.stream().mapToLong(part -> part.score().multiplyAdds()).sum();
  }

  @Override
  public ResidualScore forOneThread() {
    return new CombinedScore(
        parts.stream().map(part -> new Part(part.score().forOneThread(), part.median())).toList());
  }

  @Override
  public double score(float[] input, float[] latent, float[] reconstruction, boolean[] observed) {
    double sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      sum += logarithm(part.score().score(input, latent, reconstruction, observed), part.median());
    }
    return Math.exp(sum / parts.size());
  }

  private static double logarithm(double score, double median) {
    return Math.log(Math.max(SMALLEST_RATIO, score / median));
  }

  /**
   * The combined scores of records of which each part's score is known.
   *
   * @param scores one array a part, with one score a record
   * @param medians one a part, above 0
   */
  public static double[] combine(List<double[]> scores, double[] medians) {
    double[] combined = new double[scores.get(0).length];
    for (int record = 0; record < combined.length; record++) {
      double sum = 0;
      for (int part = 0; part < medians.length; part++) {
        sum += logarithm(scores.get(part)[record], medians[part]);
      }
      combined[record] = Math.exp(sum / medians.length);
    }
    return combined;
  }

  @Override
  public void contributions(
      float[] input, float[] latent, float[] reconstruction, boolean[] observed, double[] into) {
    double[] shares = new double[width()];
    double[] one = new double[width()];
    double shared = 0;
    for (Part part : parts) {
      part.score().contributions(input, latent, reconstruction, observed, one);
      double total = Arrays.stream(one).sum();
      if (total > 0) {
        shared++;
        for (int i = 0; i < one.length; i++) {
          shares[i] += one[i] / total;
        }
      }
    }
    double whole =
        score(input, latent, reconstruction, observed) * Observed.count(observed, width());
    for (int i = 0; i < shares.length; i++) {
      into[i] = shared > 0 ? whole * shares[i] / shared : 0;
    }
  }
}
