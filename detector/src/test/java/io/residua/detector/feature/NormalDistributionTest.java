package io.residua.detector.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDistributionTest {
  /** Values of Python's statistics.NormalDist. */
  @ParameterizedTest(name = "quantile {0} is {1}")
  @CsvSource({
    "0.5, 0.0",
    "0.6, 0.2533471031357998",
    "0.975, 1.9599639845400536",
    "0.001, -3.090232306167813",
    "1e-07, -5.199337582192817",
    "1e-15, -7.941345326170995",
    "1e-300, -37.0470962993612",
    "0.999999, 4.753424308817089"
  })
  void agreesWithAnotherImplementation(double p, double quantile) {
    assertThat(NormalDistribution.quantile(p))
        .isCloseTo(quantile, within(1e-13 * Math.abs(quantile)));
  }
}
