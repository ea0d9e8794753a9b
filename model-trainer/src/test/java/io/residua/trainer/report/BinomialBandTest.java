package io.residua.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BinomialBandTest {
  @Test
  void agreesWithTheTableOfTheBinomialDistribution() {
    // Binomial(10, 0.5): P(X <= 1) = 0.0107, P(X <= 2) = 0.0547; P(X <= 7) = 0.945, 8: 0.989.
    assertThat(BinomialBand.lower(10, 0.5)).isEqualTo(0.2);
    assertThat(BinomialBand.upper(10, 0.5)).isEqualTo(0.8);
    // Binomial(1000, 0.001): P(X <= 0) = 0.368; P(X <= 2) = 0.920, P(X <= 3) = 0.981.
    assertThat(BinomialBand.lower(1000, 0.001)).isZero();
    assertThat(BinomialBand.upper(1000, 0.001)).isEqualTo(0.003);
  }

  @Test
  void theNormalLimitContinuesTheExactBand() {
    int n = 40_000;
    double below = 0.0256;
    double above = 0.0257;

    assertThat(BinomialBand.upper(n, above)).isCloseTo(BinomialBand.upper(n, below), within(2e-4));
    assertThat(BinomialBand.lower(n, above)).isCloseTo(BinomialBand.lower(n, below), within(2e-4));
  }

  @Test
  void certaintyHasNoWidth() {
    assertThat(BinomialBand.lower(50, 1)).isEqualTo(1);
    assertThat(BinomialBand.upper(50, 1)).isEqualTo(1);
  }
}
