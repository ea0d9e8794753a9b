package io.residua.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesTest {
  private static final boolean[] LABELS = {false, false, true, true, true, true, false};
  private static final Roles ROLES = new Roles(List.of(0, 1), List.of(2, 3, 4, 5, 6));

  @Test
  void anomaliesThatAreToldDoNotTest() throws QualityException {
    List<Integer> told = new ArrayList<>();

    Roles roles = ROLES.telling(LABELS, 2, 42, told);

    assertThat(told).hasSize(2).isSubsetOf(2, 3, 4, 5);
    assertThat(roles.test()).hasSize(3).contains(6).doesNotContainAnyElementsOf(told);
    assertThat(roles.train()).containsExactly(0, 1);
  }

  @Test
  void atMostHalfOfThemAreTold() {
    assertThatThrownBy(() -> ROLES.telling(LABELS, 3, 42, new ArrayList<>()))
        .hasMessage(
            "--labelled: expected tables with at least 6 anomalies that test, found one with 4");
  }
}
