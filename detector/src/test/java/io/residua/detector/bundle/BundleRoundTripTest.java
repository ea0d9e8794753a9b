package io.residua.detector.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.fixture.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class BundleRoundTripTest {

  @Test
  void whatIsReadIsWrittenAsTheSameBytes() throws BundleException {
    byte[] bytes = Fixtures.bundleBytes(7);

    ModelBundle model = BundleReader.read(bytes);

    assertThat(model.version()).isEqualTo(7);
    assertThat(BundleWriter.write(model)).isEqualTo(bytes);
  }

  @Test
  void theSameModelGivesTheSameBytes() {
    assertThat(Fixtures.bundleBytes(1)).isEqualTo(Fixtures.bundleBytes(1));
  }

  @Test
  void anyZipToolListsTheEntries() throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Fixtures.bundleBytes(1)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }

    assertThat(names)
        .containsExactly(
            "manifest.json",
            "definition.yaml",
            "features.json",
            "network.json",
            "weights.safetensors",
            "calibration.json",
            "golden.jsonl",
            "report.html");
  }

  @Test
  void aSignedBundleIsReadWithTheTrustedKeyAndWithout() throws Exception {
    KeyPair keys = keys();
    byte[] signed = BundleWriter.write(Fixtures.smallModel(), keys.getPrivate());

    assertThat(BundleReader.read(signed, keys.getPublic()).version()).isEqualTo(1);
    assertThat(BundleReader.read(signed).version()).isEqualTo(1);
  }

  @Test
  void aBundleSignedByAnotherKeyIsRefused() throws Exception {
    byte[] signed = BundleWriter.write(Fixtures.smallModel(), keys().getPrivate());

    assertThatThrownBy(() -> BundleReader.read(signed, keys().getPublic()))
        .isInstanceOf(BundleException.class)
        .hasMessage("manifest.sig: the manifest was not signed with the trusted key");
  }

  @Test
  void aBundleWithoutASignatureIsRefusedWhereOneIsExpected() throws Exception {
    KeyPair keys = keys();

    assertThatThrownBy(() -> BundleReader.read(Fixtures.bundleBytes(1), keys.getPublic()))
        .isInstanceOf(BundleException.class)
        .hasMessage("manifest.sig: expected a signature by the trusted key, found none");
  }

  private static KeyPair keys() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }
}
