package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExponentialTailTest {
  @Test
  void aShareOfAboutOneOverEToTheSurpriseLiesAboveANumber() {
    SplittableRandom random = new SplittableRandom(1);
    double[] values =
        IntStream.range(0, 20_000)
            .mapToDouble(i -> 5 - 2 * Math.log(random.nextDouble()))
            .toArray();

    ExponentialTail tail = ExponentialTail.of(values);

    assertThat(tail.scale()).isCloseTo(2, within(0.1));
    assertThat(tail.surprise(5 + 2 * Math.log(1000))).isCloseTo(Math.log(1000), within(0.3));
  }

  @Test
  void numbersThatAreAllTheSameHaveATailAllTheSame() {
    ExponentialTail tail = ExponentialTail.of(new double[] {3, 3, 3, 3});

    assertThat(tail.scale()).isEqualTo(0.02);
    assertThat(tail.surprise(3)).isEqualTo(Math.log(4), within(1e-9));
    assertThat(ExponentialTail.of(new double[] {7}).surprise(7)).isZero();
  }

  @Test
  void oneThatCannotBeIsRefused() {
    assertThatThrownBy(() -> new ExponentialTail(0, 0))
        .hasMessage(
            "a tail's location must be finite, its scale finite and above 0, got 0.0 and 0.0");
    assertThatThrownBy(() -> new ExponentialTail(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
