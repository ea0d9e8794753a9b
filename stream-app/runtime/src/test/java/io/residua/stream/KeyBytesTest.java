package io.residua.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class KeyBytesTest {

  @Property
  void aTextsBytesAreItsOwn(@ForAll String text) {
    assertThat(KeyBytes.areOf(text.getBytes(StandardCharsets.UTF_8), text)).isTrue();
  }

  @Property
  void otherBytesAreNot(
      @ForAll @AlphaChars @Chars('é') @StringLength(max = 4) String one,
      @ForAll @AlphaChars @Chars('é') @StringLength(max = 4) String other) {
    byte[] bytes = one.getBytes(StandardCharsets.UTF_8);

    assertThat(KeyBytes.areOf(bytes, other))
        .isEqualTo(Arrays.equals(bytes, other.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void noKeyIsNoText() {
    assertThat(KeyBytes.areOf(null, "")).isFalse();
  }
}
