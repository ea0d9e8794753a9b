package io.residua.detector.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.fixture.Fixtures;
import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import io.residua.detector.network.Prior;
import io.residua.detector.network.SoftmaxLayer;
import io.residua.detector.score.MeanSquaredResidual;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorsInBundlesTest {
  private static final byte[] BUNDLE =
      BundleWriter.write(with(new Prior(new float[] {0.5f, 0, 1, 2})));

  @Test
  void aPriorIsSavedAndReadWithoutLoss() throws BundleException {
    ModelBundle read = BundleReader.read(BUNDLE);

    assertThat(BundleWriter.write(read)).isEqualTo(BUNDLE);
    assertThat(read.global().prior().orElseThrow().noise()).containsExactly(0.5f, 0, 1, 2);
  }

  @Test
  void aBundleThatNamesNoneHasNone() throws BundleException {
    assertThat(BundleReader.read(Fixtures.bundleBytes(1)).global().prior()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          network.json        | "standard-normal" | "uniform" | prior must be one of standard-normal, clusters, is "uniform"
          network.json        | "standard-normal" | 1         | prior must be text, is 1
          network.json        | "standard-normal" | "clusters" | expected prior.shares of shape [0], found none
          weights.safetensors | prior.noise       | prior.nois_ | expected prior.noise of shape [4], found none
          """)
  void aPriorThatCannotBeIsRefused(String entry, String text, String by, String message)
      throws BundleException {
    byte[] changed = HostileBundleTest.with(BUNDLE, entry, text, by);

    TamperedBundleTest.assertRefused(changed);
    assertThatThrownBy(() -> BundleReader.read(changed)).hasMessageContaining(message);
  }

  @Test
  void aPriorOfClustersIsSavedAndReadWithoutLoss() throws BundleException {
    byte[] bundle = BundleWriter.write(clustered());
    ModelBundle read = BundleReader.read(bundle);

    assertThat(BundleWriter.write(read)).isEqualTo(bundle);
    assertThat(read.global().network().clusters()).isEqualTo(2);
    assertThat(read.global().prior().orElseThrow().shares()).containsExactly(0.25f, 0.75f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          network.json        | "clusters"   | "standard-normal" | tensor prior.shares is not known
          weights.safetensors | prior.shares | prior.share_      | expected prior.shares of shape [2], found none
          """)
  void clustersThatDoNotFitTheNetworkAreRefused(
      String entry, String text, String by, String message) throws BundleException {
    byte[] changed = HostileBundleTest.with(BundleWriter.write(clustered()), entry, text, by);

    TamperedBundleTest.assertRefused(changed);
    assertThatThrownBy(() -> BundleReader.read(changed)).hasMessageContaining(message);
  }

  @Test
  void aPriorOfOtherFeaturesIsRefused() {
    assertThatThrownBy(() -> with(new Prior(new float[3])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the prior has the noise of 3 features, the network has 4");
  }

  private static ModelBundle with(Prior prior) {
    return with(Fixtures.smallModel().global().network(), prior);
  }

  /** Two clusters and one number beside them. */
  private static ModelBundle clustered() {
    float[] weights = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, -1};
    Network network =
        new Network(
            List.of(
                new DenseLayer(4, 3, weights, new float[3], Activation.IDENTITY),
                new SoftmaxLayer(3, 2),
                new DenseLayer(3, 4, weights, new float[4], Activation.IDENTITY)),
            2);
    return with(network, new Prior(new float[4], new float[] {0.25f, 0.75f}));
  }

  private static ModelBundle with(Network network, Prior prior) {
    ModelBundle small = Fixtures.smallModel();
    ModelParts parts =
        new ModelParts(
            Optional.empty(),
            new ModelPart(
                network,
                new MeanSquaredResidual(4),
                small.global().calibration(),
                Optional.of(prior)),
            new TreeMap<>());
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
