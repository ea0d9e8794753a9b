package io.residua.detector.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StableHashTest {
  /** Computed by another program: a change here breaks saved models. */
  @ParameterizedTest(name = "slot of \"{0}\"")
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'', 2872998923, 11",
        "'a', 444641715, 19",
        "'grocery', 2230047707, 27",
        "'ü', 3244136902, 6",
        "'€', 199267061, 21",
        "'😀', 855877642, 10"
      })
  void neverChanges(String text, long hash, int slot) {
    assertThat(Integer.toUnsignedLong(StableHash.of(text))).isEqualTo(hash);
    assertThat(StableHash.slot(text, 32)).isEqualTo(slot);
  }

  @Property
  void readsTheBytesOfUtf8(@ForAll String text) {
    int hash = 0x811C9DC5;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ octet & 0xFF) * 0x01000193;
    }
    hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
    hash = (hash ^ hash >>> 13) * 0xC2B2AE35;

    assertThat(StableHash.of(text)).isEqualTo(hash ^ hash >>> 16);
  }
}
