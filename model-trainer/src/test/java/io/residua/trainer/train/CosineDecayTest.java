package io.residua.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosineDecayTest {
  @ParameterizedTest
  @CsvSource({"0, 0.1", "25, 0.0853553", "50, 0.05", "100, 0", "130, 0"})
  void theRateFallsFromItsStartToZero(int step, double rate) {
    CosineDecay decay = new CosineDecay(0.1, 100);

    assertThat(decay.valueAt(step, 3)).isCloseTo(rate, within(1e-7));
    assertThat(decay.clone().valueAt(step, 0)).isEqualTo(decay.valueAt(step, 0));
  }
}
