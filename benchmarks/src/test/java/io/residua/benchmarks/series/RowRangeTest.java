package io.residua.benchmarks.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowRangeTest {
  @Test
  void joinsNeighboursOnly() {
    assertThat(RowRange.of(rows(10, 2, 3, 5), 2))
        .containsExactly(new RowRange(2, 3), new RowRange(5, 5));
  }

  @Test
  void joinsWhatIsCloserThanTheGap() {
    assertThat(RowRange.of(rows(40, 0, 9, 19, 39), 10))
        .containsExactly(new RowRange(0, 9), new RowRange(19, 19), new RowRange(39, 39));
  }

  @Test
  void meetsWhatTheWideningReaches() {
    RowRange incident = new RowRange(100, 120);

    assertThat(incident.meets(new RowRange(130, 140), 10)).isTrue();
    assertThat(incident.meets(new RowRange(131, 140), 10)).isFalse();
    assertThat(incident.meets(new RowRange(0, 89), 10)).isFalse();
  }

  private static boolean[] rows(int count, int... set) {
    boolean[] rows = new boolean[count];
    for (int row : set) {
      rows[row] = true;
    }
    return rows;
  }
}
