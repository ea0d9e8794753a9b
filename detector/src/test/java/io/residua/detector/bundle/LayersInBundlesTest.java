package io.residua.detector.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.calibration.CalibrationFitter;
import io.residua.detector.fixture.Fixtures;
import io.residua.detector.network.Activation;
import io.residua.detector.network.ConvolutionLayer;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.LstmLayer;
import io.residua.detector.network.MemoryLayer;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.detector.network.SelectionLayer;
import io.residua.detector.network.SoftmaxLayer;
import io.residua.detector.score.MeanSquaredResidual;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersInBundlesTest {
  private static final Network NETWORK = network();
  private static final byte[] BUNDLE = BundleWriter.write(with(NETWORK));

  @Test
  void everyKindOfLayerIsSavedAndReadWithoutLoss() throws BundleException {
    ModelBundle read = BundleReader.read(BUNDLE);

    assertThat(BundleWriter.write(read)).isEqualTo(BUNDLE);
    float[] input = {0.3f, -1, 2, 0.7f};
    assertThat(output(read.global().network(), input)).isEqualTo(output(NETWORK, input));
  }

  @Test
  void aDenseLayerMayNameItsKind() throws BundleException {
    byte[] named =
        HostileBundleTest.with(
            Fixtures.bundleBytes(1),
            "network.json",
            "\"inputs\" : 4",
            "\"kind\" : \"dense\", \"inputs\" : 4");

    assertThat(BundleWriter.write(BundleReader.read(named))).isEqualTo(Fixtures.bundleBytes(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "kind" : "selection" | "kind" : "pooling" | layers[0].kind must be one of dense, convolution, lstm, memory, selection, softmax, is "pooling"
          "kind" : "selection" | "kind" : 4         | layers[0].kind must be text, is 4
          "kind" : "selection" | "kind" : null      | layers[0].kind must be text, is null
          "order" : [ 3,       | "order" : [ 4,     | layers[0].order[0] must be a whole number from 0 to 3, is 4
          "order" : [ 3,       | "order" : [ -1,    | layers[0].order[0] must be a whole number from 0 to 3, is -1
          "order" : [ 3,       | "order" : [        | layer 1 reads 4 values, layer 0 gives 3
          "steps" : 3          | "steps" : 65537     | layers[1].steps must be a whole number from 1 to 65536, is 65537
          "steps" : 3          | "steps" : 65535     | a convolution gives at most 65536 values, got 65535 steps of 2 and 1 passing
          "steps" : 3          | "steps" : 4         | layer 1 reads 5 values, layer 0 gives 4
          "kernel" : 2         | "kernel" : 3        | layers.1.weight must have shape [2, 3, 1], has [2, 2, 1]
          "kernel" : 2         | "kernel" : 4        | a convolution has kernel of 1 to 3, got 4
          "filters" : 2        | "filters" : 0       | layers[1].filters must be a whole number from 1 to 65536, is 0
          "passing" : 1        | "passing" : -1      | layers[1].passing must be a whole number from 0 to 65536, is -1
          "stride" : 1         | "stride" : 4        | a convolution has stride of 1 to 3, got 4
          "hidden" : 4         | "hidden" : 5        | layers.2.weight must have shape [20, 7], has [16, 6]
          "hidden" : 4         | "hidden" : 65536    | an LSTM gives at most 65536 values, got 1 steps of 65536 and 1 passing
          "width" : 5          | "width" : 4         | layers.3.items must have shape [3, 4], has [3, 5]
          "items" : 3          | "items" : 2         | layers.3.items must have shape [2, 5], has [3, 5]
          "items" : 3          | "items" : 99999     | layers[3].items must be a whole number from 1 to 16384, is 99999
          "sharpness" : 2.0    | "sharpness" : 0     | a memory's sharpness must be finite and above 0, got 0.0
          "threshold" : 0.2    | "threshold" : 1     | a memory's threshold must be at least 0 and below 1, got 1.0
          "epsilon" : 1.0E-12  | "epsilon" : -1      | a memory's epsilon must be finite and above 0, got -1.0
          "epsilon" : 1.0E-12  | "epsilon" : "x"     | layers[3].epsilon must be a finite number, is "x"
          "shares" : 3         | "shares" : 6        | layers[4].shares must be a whole number from 2 to 5, is 6
          "shares" : 3         | "shares" : 1        | layers[4].shares must be a whole number from 2 to 5, is 1
          "shares" : 3         | "weights" : 3       | layers[4].shares is missing
          "epsilon" : 1.0E-12  | "epsilon" : 1, "x": 1 | layers[3].x is not known
          """)
  void aLayerThatCannotBeIsRefused(String text, String by, String message) throws BundleException {
    byte[] changed = HostileBundleTest.with(BUNDLE, "network.json", text, by);

    TamperedBundleTest.assertRefused(changed);
    assertThatThrownBy(() -> BundleReader.read(changed)).hasMessageContaining(message);
  }

  @Test
  void aMemoryWithoutItsItemsIsRefused() throws BundleException {
    byte[] named =
        HostileBundleTest.with(BUNDLE, "weights.safetensors", "layers.3.items", "layers.3.item_");

    assertThatThrownBy(() -> BundleReader.read(named))
        .isInstanceOf(BundleException.class)
        .hasMessage("weights.safetensors: expected layers.3.items of shape [3, 5], found none");
  }

  /** Few weights, used at each of many steps. */
  @Test
  void aNetworkThatCostsMoreThanOneMayIsRefused() {
    LstmLayer.Shape shape = new LstmLayer.Shape(65_536, 1, 40, 0);
    Network slow =
        new Network(
            List.of(
                new DenseLayer(4, 1, new float[4], new float[1], Activation.IDENTITY),
                new SelectionLayer(1, new int[65_536]),
                new LstmLayer(shape, new float[160 * 41], new float[160]),
                new DenseLayer(40, 4, new float[160], new float[4], Activation.IDENTITY)),
            1);
    ModelParts parts =
        ModelParts.single(
            slow, new MeanSquaredResidual(4), Fixtures.smallModel().global().calibration());
    Map<String, byte[]> entries = new HashMap<>();
    NetworksEntry.write(parts, entries);

    assertThatThrownBy(
            () ->
                NetworksEntry.read(entries.get("network.json"), entries.get("weights.safetensors")))
        .isInstanceOf(BundleException.class)
        .hasMessage(
            "network.json: expected at most 268435456 multiply-adds a record, found 429916324");
  }

  /** Three steps of one channel and one value beside them, through every kind of layer. */
  private static Network network() {
    Random random = new Random(3);
    return new Network(
        List.of(
            new SelectionLayer(4, 3, 1, 0, 2),
            new ConvolutionLayer(
                new ConvolutionLayer.Shape(3, 1, 2, 1, 2, 1),
                values(random, 4),
                values(random, 2),
                Activation.RELU),
            new LstmLayer(
                new LstmLayer.Shape(3, 2, 4, 1), values(random, 16 * 6), values(random, 16)),
            new MemoryLayer(5, values(random, 15), new MemoryLayer.Addressing(2, 0.2, 1e-12)),
            new SoftmaxLayer(5, 3),
            new DenseLayer(5, 4, values(random, 20), values(random, 4), Activation.IDENTITY)),
        3);
  }

  private static float[] values(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] output(Network network, float[] input) {
    float[] output = new float[4];
    new NetworkRunner(network).run(input, 1, new float[network.latentWidth()], output);
    return output;
  }

  private static ModelBundle with(Network network) {
    ModelBundle small = Fixtures.smallModel();
    ModelParts parts =
        ModelParts.single(
            network,
            new MeanSquaredResidual(4),
            CalibrationFitter.fit(new Random(2).doubles(500).toArray(), 1440));
    return new ModelBundle(
        1,
        small.definition(),
        small.features(),
        small.history(),
        parts,
        small.provenance(),
        GoldenRecords.choose(small.features(), parts, Fixtures.table(small.features().layout())),
        small.report());
  }
}
