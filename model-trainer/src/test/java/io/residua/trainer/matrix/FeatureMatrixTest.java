package io.residua.trainer.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureMatrixTest {
  @Test
  void rowsKeepTheirClasses() {
    FeatureMatrix rows = matrix(4).withClasses(new int[] {2, -1, 0, 2});

    assertThat(rows.classCount()).isEqualTo(3);
    assertThat(rows.classified()).isTrue();
    assertThat(classes(rows.select(new int[] {3, 1, 2}))).containsExactly(2, -1, 0);
    assertThat(classes(rows.first(2))).containsExactly(2, -1);
    assertThat(classes(rows.imputed())).containsExactly(2, -1, 0, 2);
    assertThat(classes(rows.and(matrix(2)))).containsExactly(2, -1, 0, 2, -1, -1);
    assertThat(classes(matrix(1).and(rows))).containsExactly(-1, 2, -1, 0, 2);
  }

  @Test
  void classesAreUnknownUntilTheyAreTold() {
    FeatureMatrix rows = matrix(3);

    assertThat(rows.classified()).isFalse();
    assertThat(rows.classCount()).isZero();
    assertThat(classes(rows.select(new int[] {2}))).containsExactly(-1);
    assertThat(rows.withClasses(new int[] {-1, -1, -1}).classified()).isFalse();
  }

  @Test
  void classesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> matrix(3).withClasses(new int[2]))
        .hasMessage("expected a class for each of 3 rows, got 2");
    assertThatThrownBy(() -> matrix(2).withClasses(new int[] {0, -2}))
        .hasMessage("expected classes from -1, got -2");
  }

  private static FeatureMatrix matrix(int rows) {
    return Samples.complete(2, new float[2 * rows]);
  }

  private static int[] classes(FeatureMatrix rows) {
    return IntStream.range(0, rows.rows()).map(rows::classOf).toArray();
  }
}
