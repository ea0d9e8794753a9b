package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnusedClustersTest {
  private static final float[] THIRDS = {1 / 3f, 1 / 3f, 1 / 3f};

  @Test
  void nothingIsSaidWhereEachClusterHasRows() {
    assertThat(UnusedClusters.of(rows(30, 0, 1, 2), THIRDS)).isEmpty();
  }

  @Test
  void clustersWithoutRowsAreTold() {
    assertThat(UnusedClusters.of(rows(30, 0, 2), THIRDS))
        .containsExactly(
            "1 of the 3 clusters have none of 30 held-out rows; fewer model.clusters would do");
  }

  @Test
  void oneClusterOfAllRowsIsTold() {
    assertThat(UnusedClusters.of(rows(2000, 1), THIRDS))
        .containsExactly(
            "all 2,000 held-out rows are of one of the 3 clusters; a smaller model.latent leaves"
                + " them more to tell");
  }

  @Test
  void fewRowsAreNoEvidence() {
    assertThat(UnusedClusters.of(rows(12, 0, 1), THIRDS)).isEmpty();
    assertThat(UnusedClusters.of(rows(300, 0, 1), new float[] {0.5f, 0.49f, 0.01f})).isEmpty();
  }

  /** Rows that are mostly of the given clusters, in turn. */
  private static float[] rows(int count, int... clusters) {
    float[] shares = new float[3 * count];
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < 3; i++) {
        shares[3 * row + i] = clusters[row % clusters.length] == i ? 0.6f : 0.2f;
      }
    }
    return shares;
  }
}
