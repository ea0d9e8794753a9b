package io.residua.trainer.trial;

import io.residua.detector.score.FeatureScaling;
import io.residua.trainer.evaluate.Ranking;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows on which candidates are compared: normal ones that no candidate was fitted to, and kinds of
 * anomalies.
 *
 * @param labelled whether the anomalies are those of the training data, which are labelled; else
 *     they are made of the normal rows
 * @param normalRows which of the held-out rows are the normal ones; some may come twice
 * @param kinds the anomalies' names, one a matrix but the first
 * @param matrices normal rows, then the anomalies of each kind
 */
public record TrialRows(
    boolean labelled, int[] normalRows, List<String> kinds, List<FeatureMatrix> matrices) {
  /** Parts of the rows that must agree before one candidate is taken for better than another. */
  static final int FOLDS = 3;

  /** Fewer labelled anomalies are too few to choose by. */
  public static final int FEWEST_LABELLED = 30;

  private static final int MOST_ROWS = 1_000;

  /** Fewer normal rows are repeated, so that more than one anomaly is made of each. */
  private static final int FEWEST_ROWS = 300;

  /**
   * @param heldOut normal rows
   * @param among which of them to take, at least one
   * @param scaling of the features
   * @param anomalies labelled ones
   */
  public static TrialRows of(
      FeatureMatrix heldOut,
      int[] among,
      FeatureScaling scaling,
      Optional<FeatureMatrix> anomalies,
      long seed) {
    Optional<FeatureMatrix> enough = anomalies.filter(rows -> rows.rows() >= FEWEST_LABELLED);
    int most = Math.min(MOST_ROWS, among.length);
    int rowCount = enough.isPresent() ? most : Math.max(FEWEST_ROWS, most);
    int[] rows = IntStream.of(spread(among.length, rowCount)).map(i -> among[i]).toArray();
    if (enough.isPresent()) {
      return new TrialRows(
          true, rows, List.of("labelled"), List.of(heldOut.select(rows), thinned(enough.get())));
    }
    FeatureMatrix normal = heldOut.select(rows);
    List<String> kinds = new ArrayList<>();
    List<FeatureMatrix> matrices = new ArrayList<>(List.of(normal));
    for (SyntheticAnomalies kind : SyntheticAnomalies.values()) {
      kinds.add(kind.id());
      matrices.add(kind.of(normal, scaling, seed));
    }
    return new TrialRows(false, rows, kinds, matrices);
  }

  /** What they are, for people. */
  public String words() {
    return labelled
        ? "%,d labelled anomalies".formatted(matrices.get(1).rows())
        : "synthetic anomalies, made of held-out rows";
  }

  /** So many of some rows, evenly spread; repeated where there are fewer. */
  private static int[] spread(int of, int rows) {
    int among = Math.max(rows, of);
    return IntStream.range(0, rows).map(i -> (int) ((long) i * among / rows % of)).toArray();
  }

  private static FeatureMatrix thinned(FeatureMatrix anomalies) {
    return anomalies.select(spread(anomalies.rows(), Math.min(MOST_ROWS, anomalies.rows())));
  }

  /** Of something that each held-out row has, what the normal rows have. */
  public double[] normal(double[] ofHeldOut) {
    return IntStream.of(normalRows).mapToDouble(row -> ofHeldOut[row]).toArray();
  }

  /** The matrices but the first. */
  public List<FeatureMatrix> anomalies() {
    return matrices.subList(1, matrices.size());
  }

  /**
   * The area under the receiver operating characteristic, for each part of the rows and each kind
   * of anomaly.
   *
   * @param scores of the rows of {@link #matrices}, one array each
   */
  public static double[][] areas(List<double[]> scores) {
    double[][] areas = new double[FOLDS][scores.size() - 1];
    for (int fold = 0; fold < FOLDS; fold++) {
      for (int kind = 1; kind < scores.size(); kind++) {
        areas[fold][kind - 1] = area(part(scores.get(0), fold), part(scores.get(kind), fold));
      }
    }
    return areas;
  }

  private static double[] part(double[] scores, int fold) {
    return IntStream.range(0, scores.length)
        .filter(row -> row % FOLDS == fold)
        .mapToDouble(row -> scores[row])
        .toArray();
  }

  private static double area(double[] normal, double[] anomalous) {
    double[] scores = Arrays.copyOf(normal, normal.length + anomalous.length);
    System.arraycopy(anomalous, 0, scores, normal.length, anomalous.length);
    boolean[] labels = new boolean[scores.length];
    Arrays.fill(labels, normal.length, scores.length, true);
    return Ranking.aucRoc(scores, labels);
  }
}
