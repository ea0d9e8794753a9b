package io.residua.detector.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.MemoryLayer.Addressing;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryLayerTest {
  private static final float[] TWO_ITEMS = {3, 0, 0, 2};

  @Test
  void aSharpMemoryGivesTheItemOfTheNearestDirection() {
    MemoryLayer layer = new MemoryLayer(2, TWO_ITEMS, new Addressing(1000, 0, 1e-12));

    assertThat(Runs.of(layer, 0.2f, 0.1f)).containsExactly(3, 0);
    assertThat(Runs.of(layer, -1, 90)).containsExactly(0, 2);
  }

  @Test
  void weightsThatDoNotReachTheThresholdTakeNoPart() {
    MemoryLayer all = new MemoryLayer(2, TWO_ITEMS, new Addressing(1, 0, 1e-12));
    MemoryLayer few = new MemoryLayer(2, TWO_ITEMS, new Addressing(1, 0.4, 1e-12));
    double weight = Math.E / (Math.E + 1);

    float[] blended = Runs.of(all, 1, 0);

    assertThat((double) blended[0]).isEqualTo(3 * weight, within(1e-6));
    assertThat((double) blended[1]).isEqualTo(2 * (1 - weight), within(1e-6));
    assertThat(Runs.of(few, 1, 0)).containsExactly(3, 0);
  }

  @Test
  void aVectorWithoutDirectionIsAllItemsAlike() {
    MemoryLayer layer = new MemoryLayer(2, TWO_ITEMS, new Addressing(1, 0.2, 1e-12));

    assertThat(Runs.of(layer, 0, 0)).containsExactly(1.5f, 1);
  }

  @Test
  void whereNoWeightIsAboveTheThresholdTheResultIsZero() {
    MemoryLayer layer = new MemoryLayer(2, TWO_ITEMS, new Addressing(1, 0.9, 1e-12));

    assertThat(Runs.of(layer, 1, 1)).containsExactly(0, 0);
  }

  @Test
  void whatIsNotANumberStaysSo() {
    MemoryLayer layer = new MemoryLayer(2, TWO_ITEMS, new Addressing(1, 0.1, 1e-12));

    assertThat(Runs.of(layer, Float.NaN, 1)).containsExactly(Float.NaN, Float.NaN);
    assertThat(Runs.of(layer, Float.POSITIVE_INFINITY, 1)).contains(Float.NaN);
  }

  @Property(tries = 200)
  void theResultIsThatOfTheEquations(
      @ForAll @IntRange(min = 1, max = 12) int width,
      @ForAll @IntRange(min = 1, max = 20) int items,
      @ForAll Random random) {
    float[] memory = RandomNetworks.gaussian(random, items * width);
    float[] z = RandomNetworks.gaussian(random, width);
    double sharpness = 1 + 9 * random.nextDouble();
    double threshold = random.nextDouble() / items;

    float[] found =
        Runs.of(new MemoryLayer(width, memory, new Addressing(sharpness, threshold, 1e-6)), z);

    double[] expected = reference(z, memory, sharpness, threshold);
    for (int i = 0; i < width; i++) {
      assertThat((double) found[i]).isEqualTo(expected[i], within(1e-3));
    }
  }

  private static double[] reference(float[] z, float[] memory, double sharpness, double threshold) {
    int width = z.length;
    double[] weights = new double[memory.length / width];
    double sum = 0;
    for (int item = 0; item < weights.length; item++) {
      double product = 0;
      double zz = 0;
      double mm = 0;
      for (int i = 0; i < width; i++) {
        double m = memory[item * width + i];
        product += z[i] * m;
        zz += (double) z[i] * z[i];
        mm += m * m;
      }
      weights[item] = Math.exp(sharpness * product / Math.sqrt(zz * mm));
      sum += weights[item];
    }
    double norm = 0;
    for (int item = 0; item < weights.length; item++) {
      double w = weights[item] / sum;
      weights[item] = Math.max(w - threshold, 0) * w / (Math.abs(w - threshold) + 1e-6);
      norm += weights[item];
    }
    double[] blended = new double[width];
    for (int item = 0; item < weights.length; item++) {
      for (int i = 0; i < width; i++) {
        blended[i] += weights[item] / norm * memory[item * width + i];
      }
    }
    return blended;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0, 0, 1e-12 | a memory's sharpness must be finite and above 0, got 0.0",
        "1, 1, 1e-12 | a memory's threshold must be at least 0 and below 1, got 1.0",
        "1, NaN, 1e-12 | a memory's threshold must be at least 0 and below 1, got NaN",
        "1, 0, 0 | a memory's epsilon must be finite and above 0, got 0.0",
      })
  void anAddressingThatCannotBeIsRefused(String numbers, String message) {
    String[] of = numbers.split(", ");

    assertThatThrownBy(
            () ->
                new Addressing(
                    Double.parseDouble(of[0]),
                    Double.parseDouble(of[1]),
                    Double.parseDouble(of[2])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void itemsThatCannotBeAreRefused() {
    Addressing addressing = new Addressing(1, 0, 1e-12);

    assertThatThrownBy(() -> new MemoryLayer(2, new float[] {1, 2, 0, 0}, addressing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("item 1 of a memory has length 0");
    assertThatThrownBy(() -> new MemoryLayer(2, new float[3], addressing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a memory has 1 to 16384 items of 2 values, got 3 values");
    assertThatThrownBy(() -> new MemoryLayer(1, new float[] {Float.NaN}, addressing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights[0] is NaN");
  }
}
