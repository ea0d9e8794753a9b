package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import org.junit.jupiter.api.Test;

class ClassAgreementTest {
  private static final FeatureMatrix ROWS = Samples.complete(1, new float[4]);

  /** Shares in two clusters, and a number that is larger than both. */
  private static final float[] LATENTS = {0.9f, 0.1f, 5, 0.4f, 0.6f, 5, 0.3f, 0.7f, 5, 0, 1, 5};

  @Test
  void rowsOfKnownClassesAreCountedByTheirLargestShare() {
    ClassAgreement agreement =
        ClassAgreement.of(made(ROWS.withClasses(new int[] {0, 0, 1, -1})), 2).orElseThrow();

    assertThat(agreement.rows()).isEqualTo(3);
    assertThat(agreement.right()).isEqualTo(2);
    assertThat(agreement.sentence())
        .isEqualTo(
            "Clusters and classes: 2 of 3 held-out records of a known class are in its cluster"
                + " (66.7 %).");
  }

  @Test
  void thereIsNoneWithoutClassesOrClusters() {
    assertThat(ClassAgreement.of(made(ROWS), 2)).isEmpty();
    assertThat(ClassAgreement.of(made(ROWS.withClasses(new int[4])), 0)).isEmpty();
  }

  private static Reconstructions made(FeatureMatrix rows) {
    return new Reconstructions(rows, LATENTS, rows.values());
  }
}
