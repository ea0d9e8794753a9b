package io.residua.detector.score;

import java.util.Arrays;

/** Flags of the features that take part. */
final class Observed {
  private Observed() {}

  static int count(boolean[] observed, int width) {
    int count = 0;
    for (int i = 0; i < width; i++) {
      count += observed[i] ? 1 : 0;
    }
    return count;
  }

  static boolean[] all(int width) {
    boolean[] all = new boolean[width];
    Arrays.fill(all, true);
    return all;
  }
}
