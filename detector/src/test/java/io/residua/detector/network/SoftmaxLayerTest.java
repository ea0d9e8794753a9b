package io.residua.detector.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SoftmaxLayerTest {

  @Test
  void theFirstValuesBecomeSharesAndTheOthersStay() {
    SoftmaxLayer layer = new SoftmaxLayer(4, 2);
    float ln3 = (float) Math.log(3);

    assertThat(Runs.of(layer, 0, ln3, -7, 5, 2, 2, 1, 0))
        .containsExactly(new float[] {0.25f, 0.75f, -7, 5, 0.5f, 0.5f, 1, 0}, within(1e-6f));
    assertThat(layer.multiplyAdds()).isZero();
    assertThat(layer.outputs()).isEqualTo(4);
  }

  @Test
  void valuesTooLargeForAnExponentialAreShared() {
    assertThat(Runs.of(new SoftmaxLayer(3, 3), 1e30f, 3e4f, -3e38f)).containsExactly(1, 0, 0);
    assertThat(Runs.of(new SoftmaxLayer(2, 2), 3e38f, 3e38f)).containsExactly(0.5f, 0.5f);
  }

  @Test
  void whatIsNotANumberStaysSoInItsRecordAlone() {
    float[] shared = Runs.of(new SoftmaxLayer(3, 2), 1, Float.NaN, 4, 0, 0, 4);

    assertThat(shared).containsExactly(Float.NaN, Float.NaN, 4, 0.5f, 0.5f, 4);
  }

  @Property(tries = 200)
  void sharesAreThoseOfTheEquationAndAddUpToOne(
      @ForAll @IntRange(min = 2, max = 100) int width, @ForAll Random random) {
    int shares = 2 + random.nextInt(width - 1);
    float[] values = RandomNetworks.gaussian(random, width);

    float[] found = Runs.of(new SoftmaxLayer(width, shares), values);

    double all = 0;
    for (int i = 0; i < shares; i++) {
      all += Math.exp(values[i]);
    }
    double sum = 0;
    for (int i = 0; i < shares; i++) {
      assertThat((double) found[i]).isEqualTo(Math.exp(values[i]) / all, within(1e-6));
      sum += found[i];
    }
    assertThat(sum).isEqualTo(1, within(1e-6));
  }

  @Test
  void shapesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new SoftmaxLayer(3, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a softmax has shares of 2 to 3, got 4");
    assertThatThrownBy(() -> new SoftmaxLayer(3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a softmax has shares of 2 to 3, got 1");
    assertThatThrownBy(() -> new SoftmaxLayer(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a softmax has inputs of 2 to 65536, got 1");
  }
}
