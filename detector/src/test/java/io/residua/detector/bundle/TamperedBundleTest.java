package io.residua.detector.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.residua.detector.fixture.Fixtures;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TamperedBundleTest {
  private static final byte[] BUNDLE = Fixtures.bundleBytes(1);

  @Property(tries = 3000)
  void aBundleWithAnyBitChangedIsRefusedInOneSentence(
      @ForAll("places") int at, @ForAll @IntRange(max = 7) int bit) {
    byte[] changed = BUNDLE.clone();
    changed[at] ^= (byte) (1 << bit);

    assertRefused(changed);
  }

  @Property(tries = 300)
  void aBundleCutAnywhereIsRefusedInOneSentence(@ForAll("places") int length) {
    assertRefused(Arrays.copyOf(BUNDLE, length));
  }

  @Property(tries = 300)
  void aBundleWithBytesLeftOutPutInOrAppendedIsRefused(
      @ForAll("places") int at, @ForAll @IntRange(min = 1, max = 40) int bytes) {
    byte[] shorter = new byte[BUNDLE.length - Math.min(bytes, BUNDLE.length - at)];
    System.arraycopy(BUNDLE, 0, shorter, 0, at);
    System.arraycopy(BUNDLE, BUNDLE.length - shorter.length + at, shorter, at, shorter.length - at);
    byte[] longer = new byte[BUNDLE.length + bytes];
    System.arraycopy(BUNDLE, 0, longer, 0, at);
    System.arraycopy(BUNDLE, at, longer, at + bytes, BUNDLE.length - at);

    assertRefused(shorter);
    assertRefused(longer);
    assertRefused(Arrays.copyOf(BUNDLE, BUNDLE.length + bytes));
  }

  @Property(tries = 300)
  void bytesThatAreNoBundleAreRefused(@ForAll byte[] bytes) {
    assertRefused(bytes);
  }

  @Property(tries = 500)
  void aBundleWithAFewBytesOverwrittenIsRefused(@ForAll("places") int at, @ForAll Random random) {
    byte[] changed = BUNDLE.clone();
    byte[] noise = new byte[1 + random.nextInt(20)];
    random.nextBytes(noise);
    int length = Math.min(noise.length, BUNDLE.length - at);
    System.arraycopy(noise, 0, changed, at, length);

    if (!Arrays.equals(changed, BUNDLE)) {
      assertRefused(changed);
    }
  }

  @Test
  void aSignatureWithABitChangedIsRefused() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] signed = BundleWriter.write(Fixtures.smallModel(), keys.getPrivate());
    int signature = indexOf(signed, BundleFormat.SIGNATURE) + BundleFormat.SIGNATURE.length();

    for (int i = 0; i < ManifestSignature.BYTES; i++) {
      byte[] changed = signed.clone();
      changed[signature + i] ^= 1;
      assertRefused(changed);
    }
  }

  @Test
  void aBundleLargerThanTheLimitIsRefusedBeforeItIsRead() {
    assertThatThrownBy(() -> BundleReader.read(new byte[BundleFormat.MOST_BYTES + 1]))
        .isInstanceOf(BundleException.class)
        .hasMessage("a bundle has at most 67108864 bytes, found 67108865");
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers()
        .between(0, BUNDLE.length - 1)
        .withDistribution(RandomDistribution.uniform());
  }

  static void assertRefused(byte[] bytes) {
    Throwable thrown = catchThrowable(() -> BundleReader.read(bytes));

    assertThat(thrown).isInstanceOf(BundleException.class);
    assertThat(thrown.getMessage()).isNotBlank().doesNotContain("\n").hasSizeLessThan(2000);
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
