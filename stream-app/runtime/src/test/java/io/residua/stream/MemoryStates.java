package io.residua.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** States in a map. */
final class MemoryStates implements KeyStates {
  final TreeMap<String, byte[]> states = new TreeMap<>();
  private final Map<String, Supplier<byte[]>> atCommit = new HashMap<>();

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

  @Override
  public void atCommit(String key, Supplier<byte[]> state) {
    atCommit.put(key, state);
  }

  void commit() {
    atCommit.forEach((key, state) -> states.put(key, state.get()));
  }
}
