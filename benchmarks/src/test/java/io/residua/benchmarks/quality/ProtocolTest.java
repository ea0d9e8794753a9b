package io.residua.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProtocolTest {
  @Test
  void theFirstHalfOfTheNormalRowsTrains() {
    boolean[] labels = {false, true, false, false, true, false};

    Roles roles = Protocol.ordered(labels, 1);

    assertThat(roles.train()).containsExactly(0, 2);
    assertThat(roles.test()).containsExactly(1, 3, 4, 5);
  }

  @Test
  void ofTooManyRowsSomeTakePart() {
    boolean[] labels = new boolean[2 * Protocol.MOST_ROWS];

    Roles roles = Protocol.ordered(labels, 1);

    assertThat(roles.train()).hasSize(Protocol.MOST_ROWS / 2).isSorted();
    assertThat(roles.test()).hasSize(Protocol.MOST_ROWS / 2).isSorted();
    assertThat(roles.test().get(0)).isGreaterThan(roles.train().get(roles.train().size() - 1));
    assertThat(Protocol.ordered(labels, 2).train()).isNotEqualTo(roles.train());
  }
}
