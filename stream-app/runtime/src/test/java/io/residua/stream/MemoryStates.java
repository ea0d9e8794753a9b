package io.residua.stream;

import java.util.List;
import java.util.TreeMap;

/** States in a map. */
final class MemoryStates implements KeyStates {
  final TreeMap<String, byte[]> states = new TreeMap<>();

  @Override
  public byte[] get(String key) {
    return states.get(key);
  }

  @Override
  public void put(String key, byte[] state) {
    states.put(key, state);
  }

  @Override
  public void remove(String key) {
    states.remove(key);
  }

  @Override
  public List<Entry> after(String key, int most) {
    return (key == null ? states : states.tailMap(key, false))
        .entrySet().stream()
            .limit(most)
            .map(entry -> new Entry(entry.getKey(), entry.getValue()))
            .toList();
  }
}
