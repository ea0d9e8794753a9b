package io.residua.benchmarks;

import io.residua.stream.KeyStates;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** States on the heap, without an engine. */
final class HeapStates implements KeyStates {
  private final TreeMap<String, byte[]> states = new TreeMap<>();

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
    Map<String, byte[]> rest = key == null ? states : states.tailMap(key, false);
    return rest.entrySet().stream()
        .limit(most)
        .map(it -> new Entry(it.getKey(), it.getValue()))
        .toList();
  }

  /** Without an engine there are no commits, and so nothing is ever asked for before one. */
  @Override
  public void atCommit(String key, Supplier<byte[]> state) {}
}
