package io.residua.stream.kafka;

import io.residua.stream.KeyStates;
import io.residua.stream.StateAccessException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** States in a store of Kafka Streams, ordered by their keys' bytes. */
record StreamsStates(KeyValueStore<Bytes, byte[]> store) implements KeyStates {
  @Override
  public byte[] get(byte[] key) {
    return guarded(() -> store.get(Bytes.wrap(key)));
  }

  @Override
  public void put(byte[] key, byte[] state) {
    guarded(
        () -> {
          store.put(Bytes.wrap(key), state);
          return null;
        });
  }

  @Override
  public void remove(byte[] key) {
    guarded(() -> store.delete(Bytes.wrap(key)));
  }

  @Override
  public List<Entry> after(byte[] key, int most) {
    return guarded(() -> collect(key == null ? null : next(key), most));
  }

  private List<Entry> collect(Bytes first, int most) {
    List<Entry> entries = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> iterator = store.range(first, null)) {
      while (entries.size() < most && iterator.hasNext()) {
        KeyValue<Bytes, byte[]> entry = iterator.next();
        entries.add(new Entry(entry.key.get(), entry.value));
      }
    }
    return entries;
  }

  /** The smallest key after this one. */
  private static Bytes next(byte[] key) {
    return Bytes.wrap(Arrays.copyOf(key, key.length + 1));
  }

  private static <T> T guarded(Supplier<T> access) {
    try {
      return access.get();
    } catch (RuntimeException e) {
      throw new StateAccessException(e);
    }
  }
}
