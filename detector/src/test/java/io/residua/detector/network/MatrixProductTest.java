package io.residua.detector.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MatrixProductTest {
  @Property(tries = 300)
  void addsUpInTheOrderOfTheInnerIndex(
      @ForAll @IntRange(min = 1, max = 9) int rows,
      @ForAll @IntRange(min = 1, max = 40) int inner,
      @ForAll @IntRange(min = 1, max = 40) int columns,
      @ForAll Random random) {
    float[] left = RandomNetworks.gaussian(random, rows * inner);
    float[] right = RandomNetworks.gaussian(random, inner * columns);
    float[] product = new float[rows * columns];

    new ScalarProduct().multiply(left, rows, inner, right, columns, product);

    assertThat(product).isEqualTo(inOrder(left, rows, inner, right, columns));
  }

  static float[] inOrder(float[] left, int rows, int inner, float[] right, int columns) {
    float[] product = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < inner; k++) {
          product[i * columns + j] =
              MultiplyAdd.of(left[i * inner + k], right[k * columns + j], product[i * columns + j]);
        }
      }
    }
    return product;
  }
}
