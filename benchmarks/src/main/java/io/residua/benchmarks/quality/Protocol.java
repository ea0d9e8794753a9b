package io.residua.benchmarks.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How a labelled table is divided. */
enum Protocol {
  /** By a split in a file. */
  RANDOM,
  /**
   * The first half of the normal rows in file order trains, all others test: as in Livernoche et
   * al., "On Diffusion Modeling for Anomaly Detection", 2023, whose code also takes {@value
   * #MOST_ROWS} rows at random from larger tables.
   */
  ORDERED;

  static final int MOST_ROWS = 50_000;

  /**
   * The ordered division.
   *
   * @param labels true for an anomaly, one a row
   * @param seed of the choice among too many rows
   */
  static Roles ordered(boolean[] labels, long seed) {
    List<Integer> rows = chosen(labels.length, new SplittableRandom(seed));
    long normal = rows.stream().filter(row -> !labels[row]).count();
    Roles roles = new Roles(new ArrayList<>(), new ArrayList<>());
    for (int row : rows) {
      boolean trains = !labels[row] && roles.train().size() < normal / 2;
      (trains ? roles.train() : roles.test()).add(row);
    }
    return roles;
  }

  /** Each row has the same chance; in file order. */
  private static List<Integer> chosen(int rows, SplittableRandom random) {
    List<Integer> chosen = new ArrayList<>();
    int wanted = Math.min(rows, MOST_ROWS);
    for (int row = 0; row < rows; row++) {
      if (random.nextInt(rows - row) < wanted - chosen.size()) {
        chosen.add(row);
      }
    }
    return chosen;
  }
}
