package io.residua.detector.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.definition.FlappingSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyStateFormatTest {
  /** As version 1 wrote it; later versions must go on reading it. */
  private static final String OF_VERSION_1 =
      "011f000000000000000b"
          + "0000000000000005"
          + "00"
          + "057061796d74000000020000000000000007"
          + "057061796d74000000030000000000000008"
          + "000000000000000100000000000000040000000000000003"
          + "40290000000000003ee4f8b588e368f1"
          + "00000000000000020000000000000004"
          + "503c"
          + "0000000000000063"
          + "0200000000000000010000000000000002"
          + "057061796d74000000020000000000000009000000000000000c01";

  @Test
  void theStateOfVersion1ReadsAndWritesAsItDid() throws UnreadableStateException {
    byte[] bytes = HexFormat.of().parseHex(OF_VERSION_1);

    KeyState state = KeyStateFormat.read(bytes);

    assertThat(state.newest).isEqualTo(11);
    assertThat(state.history).isEqualTo(5);
    assertThat(state.event)
        .isEqualTo(
            new OpenEvent(
                AlertKind.ANOMALY,
                new RecordPosition("paymt", 2, 7),
                1,
                4,
                new RecordPosition("paymt", 3, 8),
                3,
                12.5,
                1e-5,
                80,
                2,
                4,
                60));
    assertThat(state.quietUntil).isEqualTo(99);
    assertThat(state.openings).containsExactly(1, 2);
    assertThat(state.seen).isEqualTo(new LastSeen(new RecordPosition("paymt", 2, 9), 12, true));
    assertThat(KeyStateFormat.write(state)).isEqualTo(bytes);
  }

  @Test
  void theLargestStateIsWithinTheBound() throws UnreadableStateException {
    RecordPosition longest = new RecordPosition("t".repeat(249), 1, 1);
    KeyState state = new KeyState();
    state.newest = 1;
    state.history = -1;
    state.event =
        new OpenEvent(AlertKind.FLAPPING, longest, 1, 1, longest, 1, 1, 1, 100, 1, 1, 100);
    state.quietUntil = 1;
    state.openings = LongStream.range(0, FlappingSpec.MOST_EVENTS).toArray();
    state.seen = new LastSeen(longest, 1, false);

    byte[] written = KeyStateFormat.write(state);

    assertThat(written).hasSize(AlertPolicy.MOST_STATE_BYTES);
    assertThat(AlertPolicy.MOST_STATE_BYTES).isLessThan(1_400);
    assertThat(KeyStateFormat.write(KeyStateFormat.read(written))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                     | bytes too few
          00                     | version 0
          ff                     | version -1
          01                     | bytes too few
          01200000000000000000   | unknown parts 32
          01000000000000000000ff | 1 bytes too many
          0102000000000000000001 | an event of kind 1
          0108000000000000000041 | 65 openings
          01100000000000000000ff | bytes too few
          0110000000000000000000000000000000000000000000 | expected a topic of 1 to 249 ASCII characters, got
          """)
  void saysWhyAStateCannotBeRead(String hex, String found) {
    assertThatThrownBy(() -> KeyStateFormat.read(HexFormat.of().parseHex(hex)))
        .isInstanceOf(UnreadableStateException.class)
        .message()
        .startsWith("expected an alert state of version 1, found " + found);
  }

  @Property
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    readOrRefuse(bytes);
    if (bytes.length > 0) {
      bytes[0] = KeyStateFormat.VERSION;
      readOrRefuse(bytes);
    }
  }

  @Property
  void anyDamageIsReadOrRefused(@ForAll int at, @ForAll byte damage, @ForAll int length) {
    byte[] bytes = HexFormat.of().parseHex(OF_VERSION_1);
    bytes[Math.floorMod(at, bytes.length)] = damage;
    readOrRefuse(bytes);
    readOrRefuse(Arrays.copyOf(bytes, Math.floorMod(length, bytes.length)));
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      assertThat(KeyStateFormat.write(KeyStateFormat.read(bytes)).length)
          .isLessThanOrEqualTo(AlertPolicy.MOST_STATE_BYTES);
    } catch (UnreadableStateException refused) {
      assertThat(refused).hasMessageStartingWith("expected an alert state of version 1, found ");
    }
  }
}
