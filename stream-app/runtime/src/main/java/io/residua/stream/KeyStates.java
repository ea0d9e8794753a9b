package io.residua.stream;

import java.util.List;
import java.util.function.Supplier;

/** The states of keys, as an engine keeps them for one task. Used by one thread. */
public interface KeyStates {
  /** The key's state; null where there is none. The bytes are not to be written to. */
  byte[] get(String key);

  void put(String key, byte[] state);

  void remove(String key);

  /**
   * The next states in some fixed order, collected: they may be changed while they are looked at.
   *
   * @param key after which they stand; null for the first ones
   * @param most how many at most
   */
  List<Entry> after(String key, int most);

  /**
   * Has a state asked for before each commit, and kept with what is committed.
   *
   * @param state not null
   */
  void atCommit(String key, Supplier<byte[]> state);

  /** A key and its state. */
  record Entry(String key, byte[] state) {}
}
