package io.residua.detector.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {
  @ParameterizedTest
  @CsvSource({
    "61c3a5e282acf09f9880, -1",
    "f48fbfbf,             -1",
    "6180,                 1",
    "61c0af,               1",
    "e08080,               0",
    "eda080,               0",
    "f4908080,             0",
    "f8888080,             0",
    "61e282,               1",
    "c3,                   0",
    "c3ff,                 0",
    "e28241,               0"
  })
  void pointsAtTheFirstBrokenSequence(String hex, int position) {
    byte[] bytes = HexFormat.of().parseHex(hex);

    assertThat(Utf8.firstBroken(bytes, 0, bytes.length)).isEqualTo(position);
  }

  @Property(tries = 3000)
  void agreesWithTheJdk(@ForAll("almostUtf8") byte[] bytes) {
    assertThat(Utf8.firstBroken(bytes, 0, bytes.length) < 0).isEqualTo(strictlyDecodes(bytes));
  }

  @Property
  void acceptsEveryText(@ForAll String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(Utf8.firstBroken(bytes, 0, bytes.length)).isEqualTo(-1);
  }

  @Provide
  Arbitrary<byte[]> almostUtf8() {
    Arbitrary<Byte> lead =
        Arbitraries.of(0x61, 0xC1, 0xC2, 0xDF, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5)
            .map(Integer::byteValue);
    Arbitrary<Byte> next =
        Arbitraries.of(0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0).map(Integer::byteValue);
    return Arbitraries.oneOf(lead, next, next).array(byte[].class).ofMaxSize(6);
  }

  private static boolean strictlyDecodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
