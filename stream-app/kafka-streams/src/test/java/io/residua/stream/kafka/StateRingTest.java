package io.residua.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateRingTest {
  private static final int ROOM = 4 * Segment.BYTES;

  private final Map<String, byte[]> store = new HashMap<>();

  @ParameterizedTest
  @ValueSource(ints = {50, 2_000, 20_000})
  void isWithItsStoreWhatWasPutLast(int keys) {
    StateRing ring = ring();
    Map<String, byte[]> expected = new HashMap<>();
    Random random = new Random(keys);
    for (int i = 0; i < 100_000; i++) {
      String key = "key-" + random.nextInt(keys);
      if (random.nextInt(10) == 0) {
        expected.remove(key);
        ring.put(utf8(key), null);
      } else {
        byte[] state = new byte[random.nextInt(3) * 40];
        random.nextBytes(state);
        expected.put(key, state);
        ring.put(utf8(key), state);
      }
      String asked = "key-" + random.nextInt(keys);
      assertThat(read(ring, asked)).isEqualTo(expected.get(asked));
      assertThat(ring.bytes()).isLessThanOrEqualTo(ROOM + Segment.BYTES);
    }

    ring.storeAll();

    assertThat(store).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void keepsEverythingThatFits() {
    StateRing ring = ring();
    for (int round = 0; round < 200; round++) {
      for (int key = 0; key < 1000; key++) {
        ring.put(utf8("key-" + key), new byte[300 + round]);
      }
    }

    assertThat(store).isEmpty();
    assertThat(ring.get(utf8("key-7"))).hasSize(499);
  }

  @Test
  void givesUpWhatIsNotUsed() {
    StateRing ring = ring();
    for (int i = 0; i < 10_000; i++) {
      ring.put(utf8("once-" + i), new byte[300]);
      ring.put(utf8("often"), new byte[300 + i % 2]);
    }

    assertThat(store).containsKey("once-0").doesNotContainKey("often");
    assertThat(ring.get(utf8("once-0"))).isNull();
    assertThat(ring.get(utf8("often"))).hasSize(301);
  }

  @Test
  void givesTheStoreEachStateOnce() {
    StateRing ring = ring();
    ring.put(utf8("a"), new byte[] {1});
    ring.storeAll();
    store.clear();

    ring.storeAll();

    assertThat(store).isEmpty();
    assertThat(ring.get(utf8("a"))).containsExactly(1);
  }

  @Test
  void handsOnAStateThatIsLargerThanASegment() {
    StateRing ring = ring();
    ring.put(utf8("a"), new byte[] {1});

    ring.put(utf8("a"), new byte[Segment.BYTES]);

    assertThat(ring.get(utf8("a"))).isNull();
    assertThat(store.get("a")).hasSize(Segment.BYTES);
  }

  @Test
  void forgetsWithoutAWordToTheStore() {
    StateRing ring = ring();
    ring.put(utf8("a"), new byte[] {1});

    ring.clear();
    ring.storeAll();

    assertThat(ring.get(utf8("a"))).isNull();
    assertThat(store).isEmpty();
  }

  private StateRing ring() {
    return new StateRing(() -> ROOM, this::take);
  }

  private void take(List<KeyValue<Bytes, byte[]>> leaving) {
    for (KeyValue<Bytes, byte[]> each : leaving) {
      String key = new String(each.key.get(), StandardCharsets.UTF_8);
      if (each.value == null) {
        store.remove(key);
      } else {
        store.put(key, each.value);
      }
    }
  }

  private byte[] read(StateRing ring, String key) {
    byte[] state = ring.get(utf8(key));
    return state == null ? store.get(key) : state == StateRing.REMOVED ? null : state;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
