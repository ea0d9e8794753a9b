package io.residua.trainer.latent;

import java.util.Arrays;

/**
 * Each point joined to its nearest ones, in both directions. Where this leaves several parts, the
 * two parts with the nearest pair of points are joined by that pair, until there is one part: a
 * graph in parts has no distances between them, and a map of each part alone would show nothing of
 * how they lie.
 *
 * @param lengths of the edges; infinite where there is none, 0 on the diagonal
 * @param neighbours how many nearest points each was joined to, ties included
 * @param parts how many parts there were before they were joined
 */
record NeighbourGraph(double[][] lengths, int neighbours, int parts) {
  /**
   * @param distances of points that all differ
   * @param neighbours at least 1, fewer than the points
   */
  static NeighbourGraph of(double[][] distances, int neighbours) {
    double[][] lengths = new double[distances.length][distances.length];
    for (int i = 0; i < lengths.length; i++) {
      Arrays.fill(lengths[i], Double.POSITIVE_INFINITY);
      lengths[i][i] = 0;
    }
    for (int i = 0; i < lengths.length; i++) {
      double[] sorted = distances[i].clone();
      Arrays.sort(sorted);
      for (int j = 0; j < lengths.length; j++) {
        if (distances[i][j] <= sorted[neighbours]) {
          join(lengths, i, j, distances[i][j]);
        }
      }
    }
    return new NeighbourGraph(lengths, neighbours, joinParts(lengths, distances));
  }

  /** Whether an edge joins two different points. */
  boolean joined(int i, int j) {
    return i != j && lengths[i][j] < Double.POSITIVE_INFINITY;
  }

  /** Returns how many parts there were. */
  private static int joinParts(double[][] lengths, double[][] distances) {
    int[] part = new int[lengths.length];
    int parts = parts(lengths, part);
    for (int left = parts; left > 1; left--) {
      int[] pair = nearestPair(part, distances);
      join(lengths, pair[0], pair[1], distances[pair[0]][pair[1]]);
      int from = part[pair[0]];
      int into = part[pair[1]];
      Arrays.setAll(part, i -> part[i] == from ? into : part[i]);
    }
    return parts;
  }

  private static void join(double[][] lengths, int i, int j, double length) {
    lengths[i][j] = length;
    lengths[j][i] = length;
  }

  /** Numbers each point's part and returns how many there are. */
  private static int parts(double[][] lengths, int[] part) {
    Arrays.fill(part, -1);
    int parts = 0;
    int[] waiting = new int[part.length];
    for (int start = 0; start < part.length; start++) {
      if (part[start] < 0) {
        fill(lengths, start, parts++, part, waiting);
      }
    }
    return parts;
  }

  private static void fill(double[][] lengths, int start, int number, int[] part, int[] waiting) {
    int count = 1;
    waiting[0] = start;
    part[start] = number;
    while (count > 0) {
      double[] edges = lengths[waiting[--count]];
      for (int j = 0; j < edges.length; j++) {
        if (part[j] < 0 && edges[j] < Double.POSITIVE_INFINITY) {
          part[j] = number;
          waiting[count++] = j;
        }
      }
    }
  }

  private static int[] nearestPair(int[] part, double[][] distances) {
    double nearest = Double.POSITIVE_INFINITY;
    int[] pair = new int[2];
    for (int i = 0; i < part.length; i++) {
      for (int j = 0; j < i; j++) {
        if (part[i] != part[j] && distances[i][j] < nearest) {
          nearest = distances[i][j];
          pair[0] = i;
          pair[1] = j;
        }
      }
    }
    return pair;
  }

  /**
   * The lengths of the shortest paths, by Floyd's rule: for each {@code k} in turn, {@code d(i, j)
   * = min(d(i, j), d(i, k) + d(k, j))}.
   */
  double[][] shortestPaths() {
    double[][] paths = Arrays.stream(lengths).map(double[]::clone).toArray(double[][]::new);
    for (int k = 0; k < paths.length; k++) {
      for (double[] from : paths) {
        shorten(from, from[k], paths[k]);
      }
    }
    return paths;
  }

  private static void shorten(double[] from, double first, double[] through) {
    if (first < Double.POSITIVE_INFINITY) {
      for (int j = 0; j < from.length; j++) {
        double length = first + through[j];
        if (length < from[j]) {
          from[j] = length;
        }
      }
    }
  }
}
