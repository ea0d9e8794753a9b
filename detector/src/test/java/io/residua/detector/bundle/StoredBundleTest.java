package io.residua.detector.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.fixture.Fixtures;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredBundleTest {

  @ParameterizedTest
  @ValueSource(ints = 1)
  void aBundleOfEveryReleasedFormatStillScores(int format) throws IOException, BundleException {
    ModelBundle model = BundleReader.read(stored(format));

    Scorer scorer = new Detector(model).newScorer();
    scorer.score(Fixtures.event(50, "casino"));

    assertThat(model.version()).isEqualTo(format);
    assertThat(scorer.verdict().score()).isEqualTo(0.375, within(1e-5));
    assertThat(scorer.verdict().anomaly()).isTrue();
    assertThat(scorer.explain(1).get(0).field()).isEqualTo("category");
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void itsNetworkIsWrittenAsItWas(int format) throws IOException, BundleException {
    byte[] written = BundleWriter.write(BundleReader.read(stored(format)));

    for (String entry : new String[] {"network.json", "weights.safetensors"}) {
      assertThat(StoredZip.read(written).get(entry))
          .isEqualTo(StoredZip.read(stored(format)).get(entry));
    }
  }

  private static byte[] stored(int format) throws IOException {
    try (InputStream in =
        StoredBundleTest.class.getResourceAsStream("small-format-" + format + ".residua")) {
      return in.readAllBytes();
    }
  }
}
