package io.residua.detector.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
  private static final double TOLERANCE = 1e-6;

  @Test
  void hyperbolicTangentIsWithinAMillionthEverywhere() {
    for (int i = -1_200_000; i <= 1_200_000; i++) {
      float x = i / 100_000f;
      double error = Math.abs(HyperbolicTangent.of(x) - Math.tanh(x));
      assertThat(error).as("tanh %s", x).isLessThan(4e-7);
    }
  }

  @Property
  void tanhAndSigmoidAreWithinAMillionthOfTheLibraryOnes(@ForAll float x) {
    assertThat(one(Activation.TANH, x)).isEqualTo((float) Math.tanh(x), within(1e-6f));
    assertThat((double) one(Activation.SIGMOID, x))
        .isEqualTo(1 / (1 + Math.exp(-x)), within(TOLERANCE));
  }

  @Property
  void tanhIsOddAndNeverBeyondOne(@ForAll float x) {
    float y = HyperbolicTangent.of(x);

    assertThat(HyperbolicTangent.of(-x)).isEqualTo(-y);
    assertThat(Math.abs(y)).isLessThanOrEqualTo(1f);
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTITY, -3.5, -3.5",
    "RELU, -3.5, 0",
    "RELU, 3.5, 3.5",
    "TANH, 0, 0",
    "TANH, Infinity, 1",
    "TANH, -Infinity, -1",
    "SIGMOID, 0, 0.5",
    "SIGMOID, Infinity, 1",
    "SIGMOID, -Infinity, 0"
  })
  void knownValues(Activation activation, float x, float expected) {
    assertThat(one(activation, x)).isEqualTo(expected, within(1e-6f));
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void notANumberStaysNotANumber(Activation activation) {
    assertThat(one(activation, Float.NaN)).isNaN();
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void onlyTheGivenRangeIsReplaced(Activation activation) {
    float[] values = {-2, -2, -2, -2};

    activation.apply(values, 1, 3);

    assertThat(values[0]).isEqualTo(-2f);
    assertThat(values[3]).isEqualTo(-2f);
    assertThat(values[1]).isEqualTo(values[2]).isEqualTo(one(activation, -2));
  }

  private static float one(Activation activation, float x) {
    float[] values = {x};
    activation.apply(values, 0, 1);
    return values[0];
  }
}
