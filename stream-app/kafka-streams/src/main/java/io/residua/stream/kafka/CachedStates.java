package io.residua.stream.kafka;

import io.residua.stream.KeyStates;
import io.residua.stream.StateAccessException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorContextUtils;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * States in a store of Kafka Streams, with the latest on the heap. A change goes to the changelog
 * when the task commits, but the first one since the last commit at once: before a partition's
 * first record of a transaction the broker has to make it part of that, and at the commit all
 * outputs would wait for it. To the store a change goes when its memory is needed, or when the
 * store is to be left as it is for the next owner. The store's keys are in UTF-8, and ordered by
 * their bytes.
 *
 * <p>It stands in for Kafka Streams' own cache and logging: its tree of keys took a quarter of a
 * scoring thread, and RocksDB, which has to be written anew after every unclean end under exactly
 * once, half of one. Kafka Streams calls {@link #flushCache} in the transaction, before it commits
 * offsets, as it does for its own, and {@link #commit} before it notes that the store is complete
 * up to an offset. What is not flushed when the store is closed belongs to a transaction that is
 * aborted. Used by one thread at a time.
 */
final class CachedStates extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]>
    implements KeyStates {
  /** What a change takes besides the bytes of its key and state. */
  private static final int OVERHEAD = 160;

  private static final byte[] UNCHANGED = new byte[0];

  private final CacheBudget budget;
  private final StateRing ring;
  private final Map<String, byte[]> changed = new LinkedHashMap<>();
  private final Map<String, Supplier<byte[]>> atCommit = new HashMap<>();
  private Changelog changelog;
  private long changedBytes;
  private boolean logged;
  private boolean shares;

  CachedStates(KeyValueStore<Bytes, byte[]> store, CacheBudget budget) {
    super(store);
    this.budget = budget;
    this.ring = new StateRing(() -> budget.share() - changedBytes, store::putAll);
  }

  /** Takes changes. */
  interface Changelog {
    void add(Bytes key, byte[] state);
  }

  @Override
  public void init(StateStoreContext stateStoreContext, StateStore root) {
    InternalProcessorContext<?, ?> context =
        ProcessorContextUtils.asInternalProcessorContext(stateStoreContext);
    logTo(
        (key, state) ->
            // The changelog's records get the broker's time; this one only has to be one.
            context.logChange(
                name(),
                key,
                state,
                System.currentTimeMillis(),
                new RecordHeaders(),
                wrapped().getPosition()));
    super.init(stateStoreContext, root);
  }

  void logTo(Changelog to) {
    changelog = to;
  }

  @Override
  public byte[] get(String key) {
    byte[] state = changed.getOrDefault(key, UNCHANGED);
    if (state != UNCHANGED) {
      return state;
    }
    byte[] bytes = utf8(key);
    state = ring.get(bytes);
    if (state == null) {
      return guarded(() -> wrapped().get(Bytes.wrap(bytes)));
    }
    return state == StateRing.REMOVED ? null : state;
  }

  @Override
  public void put(String key, byte[] state) {
    join();
    byte[] before = changed.getOrDefault(key, UNCHANGED);
    changed.put(key, state);
    if (before == UNCHANGED) {
      changedBytes += OVERHEAD + 2L * key.length() + length(state);
    } else {
      changedBytes += length(state) - length(before);
    }
    if (!logged || changedBytes > budget.share() / 2) {
      logged = true;
      guarded(
          () -> {
            logChanged();
            return null;
          });
    }
  }

  @Override
  public void remove(String key) {
    put(key, null);
  }

  /** Finds the states that were there when the first ones were asked for. */
  @Override
  public List<Entry> after(String key, int most) {
    return guarded(
        () -> {
          if (key == null) {
            logChanged();
            ring.storeAll();
          }
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
    logChanged();
    logged = false;
    super.flushCache();
  }

  /** Under exactly once, only before the task is closed, suspended or becomes a standby. */
  @Override
  public void commit(Map<TopicPartition, Long> changelogOffsets) {
    ring.storeAll();
    super.commit(changelogOffsets);
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

  private void logChanged() {
    changed.forEach(
        (key, state) -> {
          byte[] bytes = utf8(key);
          changelog.add(Bytes.wrap(bytes), state);
          keep(bytes, state);
        });
    changed.clear();
    changedBytes = 0;
  }

  private void keep(byte[] key, byte[] state) {
    if (wrapped().persistent()) {
      ring.put(key, state);
    } else {
      wrapped().put(Bytes.wrap(key), state);
    }
  }

  private void join() {
    if (!shares) {
      shares = true;
      budget.join();
    }
  }

  private void forgetAll() {
    if (shares) {
      shares = false;
      budget.leave();
    }
    ring.clear();
    changed.clear();
    changedBytes = 0;
    atCommit.clear();
    logged = false;
  }

  private List<Entry> collect(Bytes first, int most) {
    List<Entry> entries = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> iterator = wrapped().range(first, null)) {
      while (entries.size() < most && iterator.hasNext()) {
        KeyValue<Bytes, byte[]> entry = iterator.next();
        String key = new String(entry.key.get(), StandardCharsets.UTF_8);
        byte[] state = latest(key, entry);
        if (state != null) {
          entries.add(new Entry(key, state));
        }
      }
    }
    return entries;
  }

  private byte[] latest(String key, KeyValue<Bytes, byte[]> stored) {
    byte[] state = changed.getOrDefault(key, UNCHANGED);
    if (state != UNCHANGED) {
      return state;
    }
    state = ring.get(stored.key.get());
    if (state == null) {
      return stored.value;
    }
    return state == StateRing.REMOVED ? null : state;
  }

  private static int length(byte[] state) {
    return state == null ? 0 : state.length;
  }

  /** The smallest key after this one. */
  private static Bytes next(String key) {
    byte[] bytes = utf8(key);
    return Bytes.wrap(Arrays.copyOf(bytes, bytes.length + 1));
  }

  private static byte[] utf8(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T guarded(Supplier<T> access) {
    try {
      return access.get();
    } catch (RuntimeException e) {
      throw new StateAccessException(e);
    }
  }
}
