package io.residua.stream.kafka;

import io.residua.stream.KeyStates;
import io.residua.stream.StateAccessException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * States in a store of Kafka Streams, with the latest on the heap: a change goes to the store, and
 * to its changelog, when the task commits or when the memory is needed. The store's keys are in
 * UTF-8, and ordered by their bytes.
 *
 * <p>It stands in for Kafka Streams' own cache, whose tree of keys took a quarter of a scoring
 * thread; Kafka Streams calls {@link #flushCache} in the transaction, before it commits offsets, as
 * it does for its own. What is not flushed when the store is closed belongs to a transaction that
 * is aborted. Used by one thread at a time.
 */
final class CachedStates extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]>
    implements KeyStates {
  /** What an entry takes besides the bytes of its key and state. */
  private static final int OVERHEAD = 160;

  private final CacheBudget budget;
  private final Map<String, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);
  private final List<Slot> changed = new ArrayList<>();
  private final Map<String, Supplier<byte[]>> atCommit = new HashMap<>();

  CachedStates(KeyValueStore<Bytes, byte[]> store, CacheBudget budget) {
    super(store);
    this.budget = budget;
  }

  /** A state on the heap; null stands for one that was removed. */
  private static final class Slot {
    private final String key;
    private byte[] state;
    private boolean changed;

    private Slot(String key) {
      this.key = key;
    }

    private long bytes() {
      return OVERHEAD + 2L * key.length() + (state == null ? 0 : state.length);
    }
  }

  @Override
  public byte[] get(String key) {
    Slot slot = slots.get(key);
    if (slot == null) {
      byte[] state = guarded(() -> wrapped().get(bytes(key)));
      if (state == null) {
        return null;
      }
      slot = insert(key, state);
      makeRoom(slot);
    }
    return slot.state;
  }

  @Override
  public void put(String key, byte[] state) {
    Slot slot = slots.get(key);
    if (slot == null) {
      slot = insert(key, state);
    } else {
      long before = slot.bytes();
      slot.state = state;
      budget.take(slot.bytes() - before);
    }
    if (!slot.changed) {
      slot.changed = true;
      changed.add(slot);
    }
    makeRoom(slot);
  }

  @Override
  public void remove(String key) {
    put(key, null);
  }

  @Override
  public List<Entry> after(String key, int most) {
    return guarded(
        () -> {
          writeChanged();
          return collect(key == null ? null : next(key), most);
        });
  }

  @Override
  public void atCommit(String key, Supplier<byte[]> state) {
    atCommit.put(key, state);
  }

  @Override
  public void flushCache() {
    atCommit.forEach(this::putWhereNew);
    writeChanged();
    super.flushCache();
  }

  @Override
  public void clearCache() {
    forgetAll();
    super.clearCache();
  }

  @Override
  public void close() {
    forgetAll();
    super.close();
  }

  private void putWhereNew(String key, Supplier<byte[]> asked) {
    byte[] state = asked.get();
    if (!Arrays.equals(state, get(key))) {
      put(key, state);
    }
  }

  private Slot insert(String key, byte[] state) {
    Slot slot = new Slot(key);
    slot.state = state;
    slots.put(key, slot);
    budget.take(slot.bytes());
    return slot;
  }

  /** Gives up the states that were not used for longest, all but the given one. */
  private void makeRoom(Slot needed) {
    if (!budget.isExceeded()) {
      return;
    }
    Iterator<Slot> eldest = slots.values().iterator();
    while (budget.isExceeded() && slots.size() > 1) {
      Slot slot = eldest.next();
      if (slot == needed) {
        return;
      }
      guarded(
          () -> {
            write(slot);
            return null;
          });
      budget.take(-slot.bytes());
      slot.state = null;
      eldest.remove();
    }
  }

  private void writeChanged() {
    changed.forEach(this::write);
    changed.clear();
  }

  private void write(Slot slot) {
    if (slot.changed) {
      slot.changed = false;
      wrapped().put(bytes(slot.key), slot.state);
    }
  }

  private void forgetAll() {
    slots.values().forEach(slot -> budget.take(-slot.bytes()));
    slots.clear();
    changed.clear();
    atCommit.clear();
  }

  private List<Entry> collect(Bytes first, int most) {
    List<Entry> entries = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> iterator = wrapped().range(first, null)) {
      while (entries.size() < most && iterator.hasNext()) {
        KeyValue<Bytes, byte[]> entry = iterator.next();
        entries.add(new Entry(new String(entry.key.get(), StandardCharsets.UTF_8), entry.value));
      }
    }
    return entries;
  }

  /** The smallest key after this one. */
  private static Bytes next(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(Arrays.copyOf(bytes, bytes.length + 1));
  }

  private static Bytes bytes(String key) {
    return Bytes.wrap(key.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T guarded(Supplier<T> access) {
    try {
      return access.get();
    } catch (RuntimeException e) {
      throw new StateAccessException(e);
    }
  }
}
