package io.residua.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosineDecayTest {
  @ParameterizedTest
  @CsvSource({"0, 0.1", "25, 0.0853553", "50, 0.05", "100, 0", "130, 0"})
  void theRateFallsFromItsStartToZero(int step, double rate) {
    assertThat(new CosineDecay(0.1, 100).at(step)).isCloseTo(rate, within(1e-7));
  }
}
