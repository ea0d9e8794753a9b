package io.residua.detector.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.fixture.Fixtures;
import io.residua.detector.network.Prior;
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
          network.json        | "standard-normal" | "uniform" | prior must be one of standard-normal, is "uniform"
          network.json        | "standard-normal" | 1         | prior must be text, is 1
          weights.safetensors | prior.noise       | prior.nois_ | expected prior.noise of shape [4], found none
          """)
  void aPriorThatCannotBeIsRefused(String entry, String text, String by, String message)
      throws BundleException {
    byte[] changed = HostileBundleTest.with(BUNDLE, entry, text, by);

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
    ModelBundle small = Fixtures.smallModel();
    ModelPart part = small.global();
    return new ModelBundle(
        1,
        small.definition(),
        small.features(),
        small.history(),
        new ModelParts(
            Optional.empty(),
            new ModelPart(part.network(), part.score(), part.calibration(), Optional.of(prior)),
            new TreeMap<>()),
        small.provenance(),
        small.golden(),
        small.report());
  }
}
