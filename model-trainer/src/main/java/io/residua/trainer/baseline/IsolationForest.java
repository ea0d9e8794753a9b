package io.residua.trainer.baseline;

import io.residua.trainer.matrix.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An isolation forest: {@value #TREES} trees over {@value #SAMPLE} rows each, split at random; what
 * is soon alone is strange (Liu, Ting and Zhou, "Isolation Forest", 2008). Our own, because the
 * well-kept Java ones come with Spark or with a licence that this project cannot take.
 */
final class IsolationForest implements FittedBaseline {
  private static final int TREES = 100;
  private static final int SAMPLE = 256;
  private static final double EULER = 0.5772156649;

  private final List<Node> trees;
  private final double typicalDepth;

  /**
   * A split, or a leaf where feature is below 0.
   *
   * @param depth of a leaf: where it is, and how much deeper its rows would get
   */
  private record Node(int feature, float at, Node below, Node above, double depth) {}

  private IsolationForest(List<Node> trees, double typicalDepth) {
    this.trees = trees;
    this.typicalDepth = typicalDepth;
  }

  static IsolationForest fit(FeatureMatrix rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int sample = Math.min(SAMPLE, rows.rows());
    int deepest = (int) Math.ceil(Math.log(Math.max(2, sample)) / Math.log(2));
    List<Node> trees = new ArrayList<>();
    for (int i = 0; i < TREES; i++) {
      FeatureMatrix chosen = NearestNeighbours.sample(rows, sample, random.split());
      int[] all = new int[chosen.rows()];
      for (int row = 0; row < all.length; row++) {
        all[row] = row;
      }
      trees.add(grow(chosen, all, 0, deepest, random));
    }
    return new IsolationForest(trees, averageDepth(sample));
  }

  private static Node grow(
      FeatureMatrix matrix, int[] rows, int depth, int deepest, SplittableRandom random) {
    int feature = depth < deepest && rows.length > 1 ? varying(matrix, rows, random) : -1;
    if (feature < 0) {
      return new Node(-1, 0, null, null, depth + averageDepth(rows.length));
    }
    float[] range = range(matrix, rows, feature);
    float at = (float) random.nextDouble(range[0], range[1]);
    int[] below = rowsBelow(matrix, rows, feature, at, true);
    int[] above = rowsBelow(matrix, rows, feature, at, false);
    return new Node(
        feature,
        at,
        grow(matrix, below, depth + 1, deepest, random),
        grow(matrix, above, depth + 1, deepest, random),
        0);
  }

  /** A feature in which the rows differ, or -1 where there is none. */
  private static int varying(FeatureMatrix matrix, int[] rows, SplittableRandom random) {
    int width = matrix.width();
    int first = random.nextInt(width);
    for (int i = 0; i < width; i++) {
      int feature = (first + i) % width;
      float[] range = range(matrix, rows, feature);
      if (range[0] < range[1]) {
        return feature;
      }
    }
    return -1;
  }

  private static float[] range(FeatureMatrix matrix, int[] rows, int feature) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (int row : rows) {
      float value = matrix.values()[row * matrix.width() + feature];
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return new float[] {least, most};
  }

  private static int[] rowsBelow(
      FeatureMatrix matrix, int[] rows, int feature, float at, boolean below) {
    int[] chosen = new int[rows.length];
    int count = 0;
    for (int row : rows) {
      if (matrix.values()[row * matrix.width() + feature] <= at == below) {
        chosen[count++] = row;
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  /** Of an unsuccessful search in a binary tree of so many rows. */
  private static double averageDepth(int rows) {
    return rows <= 1 ? 0 : 2 * (Math.log(rows - 1) + EULER) - 2.0 * (rows - 1) / rows;
  }

  @Override
  public double score(float[] values) {
    double depth = 0;
    for (Node tree : trees) {
      Node node = tree;
      while (node.feature >= 0) {
        node = values[node.feature] <= node.at ? node.below : node.above;
      }
      depth += node.depth;
    }
    return Math.pow(2, -depth / trees.size() / Math.max(1e-9, typicalDepth));
  }
}
