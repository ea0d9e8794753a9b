package io.residua.detector.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.feature.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "cpu_r | 0.93 | 0.05 | HIGH | cpu_r 0.93 is high, expected about 0.05 (41 %)",
        "cpu_r | 0.01 | 0.5 | LOW | cpu_r 0.01 is low, expected about 0.5 (41 %)",
        "country | FR | DE | DIFFERENT | country FR, expected DE (41 %)",
        "country | DE | DE | UNKNOWN | country DE is unusual here (41 %)",
        "cpu_r | null | 0.05 | UNKNOWN | cpu_r is missing (41 %)"
      })
  void oneFieldIsOneClause(
      String field, String observed, String expected, Direction direction, String sentence) {
    assertThat(
            Reason.of(List.of(new FieldContribution(field, 0.41, observed, expected, direction))))
        .isEqualTo(sentence);
  }

  @Test
  void atMostThreeFieldsAreNamed() {
    List<FieldContribution> explanation =
        List.of(high("a", 0.4), high("b", 0.3), high("c", 0.2), high("d", 0.1));

    assertThat(Reason.of(explanation))
        .isEqualTo(
            "a 2 is high, expected about 1 (40 %); b 2 is high, expected about 1 (30 %);"
                + " c 2 is high, expected about 1 (20 %)");
  }

  @Test
  void aFieldOfLittleShareIsLeftOut() {
    assertThat(Reason.of(List.of(high("a", 0.97), high("b", 0.03))))
        .isEqualTo("a 2 is high, expected about 1 (97 %)");
  }

  @Test
  void whereEveryShareIsLittleTheLargestIsNamed() {
    assertThat(Reason.of(List.of(high("a", 0.04), high("b", 0.03))))
        .isEqualTo("a 2 is high, expected about 1 (4 %)");
  }

  @Test
  void withoutFieldsTheRecordAsAWholeIsTheReason() {
    assertThat(Reason.of(List.of()))
        .isEqualTo("the record as a whole does not look like the training data");
  }

  private static FieldContribution high(String field, double share) {
    return new FieldContribution(field, share, "2", "1", Direction.HIGH);
  }
}
