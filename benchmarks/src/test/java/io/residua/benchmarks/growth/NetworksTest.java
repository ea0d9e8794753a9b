package io.residua.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NetworksTest {
  @Test
  void halvesTheWidthTwiceTowardsTheMiddle() {
    assertThat(Networks.ofFeatures(32)).isEqualTo("32-16-8-16-32");
    assertThat(Networks.features("32-16-8-16-32")).isEqualTo(32);
  }

  @Test
  void countsTheMultiplyAddsOfEveryLayer() {
    assertThat(Networks.multiplyAdds("30-16-8-16-30")).isEqualTo(2 * (30 * 16 + 16 * 8));
  }

  @Test
  void findsTheLatentVectorInTheMiddle() {
    assertThat(Networks.latent(Networks.ofLatent(4))).isEqualTo(4);
  }

  @Test
  void refusesFeaturesThatLeaveNoMiddle() {
    assertThatThrownBy(() -> Networks.ofFeatures(3))
        .hasMessage("expected at least 4 features, found 3");
  }
}
