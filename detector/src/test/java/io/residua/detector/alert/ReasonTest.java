package io.residua.detector.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.feature.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonTest {
  @Test
  void oneFieldIsItsSentenceAndItsShare() {
    assertThat(Reason.of(List.of(line("amount", 0.706)))).isEqualTo("amount 2 (71 %)");
  }

  @Test
  void atMostThreeFieldsAreNamed() {
    List<FieldContribution> explanation =
        List.of(line("a", 0.4), line("b", 0.3), line("c", 0.2), line("d", 0.1));

    assertThat(Reason.of(explanation)).isEqualTo("a 2 (40 %); b 2 (30 %); c 2 (20 %)");
  }

  @Test
  void aFieldOfLittleShareIsLeftOut() {
    assertThat(Reason.of(List.of(line("a", 0.97), line("b", 0.03)))).isEqualTo("a 2 (97 %)");
  }

  @Test
  void whereEveryShareIsLittleTheLargestIsNamed() {
    assertThat(Reason.of(List.of(line("a", 0.04), line("b", 0.03)))).isEqualTo("a 2 (4 %)");
  }

  @Test
  void aFieldAsExpectedIsNamedOnlyWhereNoOtherIs() {
    FieldContribution same = Contributions.line("c", 0.5, "DE", "DE", Direction.UNKNOWN);

    assertThat(Reason.of(List.of(same, line("a", 0.4), line("b", 0.1))))
        .isEqualTo("a 2 (40 %); b 2 (10 %)");
    assertThat(Reason.of(List.of(same, line("a", 0.03)))).isEqualTo("a 2 (3 %)");
    assertThat(Reason.of(List.of(same))).isEqualTo("c DE (50 %)");
  }

  @Test
  void whatIsMissingIsNamed() {
    FieldContribution missing = Contributions.line("c", 0.5, null, "DE", Direction.UNKNOWN);

    assertThat(Reason.of(List.of(missing, line("a", 0.4)))).startsWith("c ");
  }

  @Test
  void withoutFieldsTheRecordAsAWholeIsTheReason() {
    assertThat(Reason.of(List.of()))
        .isEqualTo("the record as a whole does not look like the training data");
  }

  private static FieldContribution line(String field, double share) {
    return Contributions.line(field, share, "2", "1", Direction.HIGH);
  }
}
