package io.residua.stream;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** States in a map, ordered as Kafka Streams orders them. */
final class MemoryStates implements KeyStates {
  final TreeMap<byte[], byte[]> states = new TreeMap<>(Arrays::compareUnsigned);

  @Override
  public byte[] get(byte[] key) {
    return states.get(key);
  }

  @Override
  public void put(byte[] key, byte[] state) {
    states.put(key, state);
  }

  @Override
  public void remove(byte[] key) {
    states.remove(key);
  }

  @Override
  public List<Entry> after(byte[] key, int most) {
    return (key == null ? states : states.tailMap(key, false))
        .entrySet().stream()
            .limit(most)
            .map(entry -> new Entry(entry.getKey(), entry.getValue()))
            .toList();
  }
}
