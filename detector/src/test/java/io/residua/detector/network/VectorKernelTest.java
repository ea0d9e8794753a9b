package io.residua.detector.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs in a JVM that has the vector module. */
@Tag("vector")
@net.jqwik.api.Tag("vector")
class VectorKernelTest {

  @Test
  void isChosenWhereTheModuleIsThere() {
    assertThat(Kernels.BEST)
        .isInstanceOf(MultiplyAdd.FUSED ? VectorKernel.class : ScalarKernel.class);
  }

  /** Only a processor without fused multiply-add, which rounds twice, may differ. */
  @Property(tries = 200)
  void givesTheBitsOfTheScalarKernel(
      @ForAll(supplier = RandomNetworks.class) Network network,
      @ForAll @IntRange(min = 1, max = 70) int records,
      @ForAll Random random) {
    assertSame(network, records, random);
  }

  @Property(tries = 200)
  void givesThemForOtherLayersThanDenseOnes(
      @ForAll(supplier = MixedNetworks.class) Network network,
      @ForAll @IntRange(min = 1, max = 70) int records,
      @ForAll Random random) {
    assertSame(network, records, random);
  }

  private static void assertSame(Network network, int records, Random random) {
    float[] input = RandomNetworks.gaussian(random, records * network.width());
    Results scalar = Results.of(new NetworkRunner(network, new ScalarKernel()), input, records);

    Results vector = Results.of(new NetworkRunner(network, new VectorKernel()), input, records);

    assertThat(vector.latent).containsExactly(scalar.latent, within(tolerance()));
    assertThat(vector.output).containsExactly(scalar.output, within(tolerance()));
  }

  /** One after the other by the same buffers, which keep what an earlier product left. */
  @Property(tries = 200)
  void multipliesMatricesToTheBitsOfTheScalarKernel(
      @ForAll @IntRange(min = 1, max = 70) int rows,
      @ForAll @IntRange(min = 1, max = 40) int inner,
      @ForAll @IntRange(min = 1, max = 70) int columns,
      @ForAll Random random) {
    MatrixProduct vectors = new VectorKernel().product();
    vectors.multiply(
        RandomNetworks.gaussian(random, 3600),
        60,
        60,
        RandomNetworks.gaussian(random, 60),
        1,
        new float[60]);
    float[] left = RandomNetworks.gaussian(random, rows * inner);
    float[] right = RandomNetworks.gaussian(random, inner * columns);
    float[] product = new float[rows * columns];

    vectors.multiply(left, rows, inner, right, columns, product);

    float[] expected = MatrixProductTest.inOrder(left, rows, inner, right, columns);
    assertThat(product).containsExactly(expected, within(tolerance()));
  }

  @Property(tries = 200)
  void aRecordsResultDoesNotDependOnItsBatch(
      @ForAll(supplier = RandomNetworks.class) Network network,
      @ForAll @IntRange(min = 1, max = 70) int records,
      @ForAll Random random) {
    float[] input = RandomNetworks.gaussian(random, records * network.width());
    NetworkRunner runner = new NetworkRunner(network, new VectorKernel());
    Results all = Results.of(runner, input, records);

    int record = random.nextInt(records);
    int width = network.width();
    float[] row = Arrays.copyOfRange(input, record * width, (record + 1) * width);
    Results one = Results.of(runner, row, 1);

    assertThat(one.output)
        .isEqualTo(Arrays.copyOfRange(all.output, record * width, (record + 1) * width));
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void activationsAreTheScalarOnes(Activation activation) {
    Random random = new Random(7);
    float[] values = new float[16 * 1024];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(random.nextInt());
    }

    assertSameActivation(activation, values);
  }

  /** Which the kernel computes in a way of its own. */
  @ParameterizedTest
  @EnumSource(Activation.class)
  void activationsOfValuesNearZeroAreTheScalarOnes(Activation activation) {
    assertSameActivation(activation, RandomNetworks.gaussian(new Random(7), 16 * 1024));
  }

  private static void assertSameActivation(Activation activation, float[] values) {
    float[] expected = values.clone();
    activation.apply(expected, 0, expected.length);

    VectorActivation.apply(activation, values, values.length);

    assertThat(values).isEqualTo(expected);
  }

  @Property(tries = 200)
  void distancesAreTheScalarOnes(
      @ForAll @IntRange(min = 1, max = 20) int blocks,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll Random random) {
    SquaredDistances vector = new VectorDistances();
    int points = blocks * vector.lanes();
    float[] coordinates = RandomNetworks.gaussian(random, points * width);
    float[] record = RandomNetworks.gaussian(random, width + 1);
    boolean[] observed = new boolean[width + 1];
    for (int i = 0; i < observed.length; i++) {
      observed[i] = random.nextInt(4) > 0;
    }
    float[] expected = new float[points];
    new ScalarDistances().compute(coordinates, points, record, observed, 1, width, expected);
    float[] found = new float[points];
    Arrays.fill(found, Float.NaN);

    vector.compute(coordinates, points, record, observed, 1, width, found);

    assertThat(found).isEqualTo(expected);
  }

  private static float tolerance() {
    return MultiplyAdd.FUSED ? 0f : 1e-5f;
  }

  private record Results(float[] latent, float[] output) {
    static Results of(NetworkRunner runner, float[] input, int records) {
      float[] latent = new float[records * runner.network().latentWidth()];
      float[] output = new float[records * runner.network().width()];
      runner.run(input, records, latent, output);
      return new Results(latent, output);
    }
  }
}
