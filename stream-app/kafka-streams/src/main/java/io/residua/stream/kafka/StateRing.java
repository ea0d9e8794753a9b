package io.residua.stream.kafka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;

/**
 * States of keys on the heap, in front of a store to which a state goes only when its memory is
 * needed, or when all are asked for. A million states are a few thousand arrays to the garbage
 * collector.
 *
 * <p>How this works: entries are appended to segments; a table of hashes says where each key's
 * newest entry is, and older ones are dead. A state of unchanged length is overwritten in place.
 * When the ring is too large, the oldest segment is given up: dead entries vanish, those used since
 * they were written are appended again (the second chance of the clock algorithm, Corbató 1968), as
 * is everything alive as long as much of the ring is dead, and the rest leave for the store in one
 * batch. Used by one thread at a time.
 */
final class StateRing {
  /** What {@link #get} gives for a key whose state was removed. */
  static final byte[] REMOVED = new byte[0];

  /** Above this share of living bytes a state must have been used to stay. */
  private static final double DENSE = 0.75;

  private final LongSupplier most;
  private final Consumer<List<KeyValue<Bytes, byte[]>>> store;
  private final EntryTable table = new EntryTable();
  private final Deque<Segment> segments = new ArrayDeque<>();
  private final Deque<Segment> spare = new ArrayDeque<>();

  /** Segments by the lower bits of their numbers, which follow one another and begin anew. */
  private Segment[] byNumber = new Segment[16];

  private long nextNumber;
  private long living;

  /**
   * @param most bytes that the ring may have; looked at whenever it grows, by a segment at least
   * @param store takes states that leave; null stands for a removed one
   */
  StateRing(LongSupplier most, Consumer<List<KeyValue<Bytes, byte[]>>> store) {
    this.most = most;
    this.store = store;
  }

  /** A copy of the key's state, {@link #REMOVED}, or null where the ring does not know the key. */
  byte[] get(byte[] key) {
    long at = find(key, EntryTable.hash(key));
    if (at < 0) {
      return null;
    }
    Segment segment = segment(at);
    int offset = Segment.offset(at);
    segment.touch(offset);
    return segment.isRemoved(offset) ? REMOVED : segment.state(offset);
  }

  /**
   * Keeps a state that the store does not have yet.
   *
   * @param state null to remove the key
   */
  void put(byte[] key, byte[] state) {
    if (Segment.bytes(key, state) > Segment.BYTES) {
      forget(key);
      store.accept(List.of(KeyValue.pair(Bytes.wrap(key), state)));
      return;
    }
    int hash = EntryTable.hash(key);
    long at = find(key, hash);
    if (at < 0) {
      table.insert(hash, append(key, state, true));
    } else if (!segment(at).overwrite(Segment.offset(at), state)) {
      living -= segment(at).bytes(Segment.offset(at));
      table.replace(hash, at, append(key, state, true));
    }
    makeRoom();
  }

  /** Gives the store all that it does not have yet; everything stays here. */
  void storeAll() {
    for (Segment segment : segments) {
      List<KeyValue<Bytes, byte[]>> batch = new ArrayList<>();
      for (int offset = 0; offset < segment.used(); offset += segment.bytes(offset)) {
        if (isAlive(segment, offset) && !segment.isStored(offset)) {
          batch.add(segment.entry(offset));
          segment.setStored(offset);
        }
      }
      if (!batch.isEmpty()) {
        store.accept(batch);
      }
    }
  }

  /** Bytes of memory taken, the table's included. */
  long bytes() {
    return (long) segments.size() * Segment.BYTES + table.bytes();
  }

  /** Forgets all, without a word to the store. */
  void clear() {
    segments.clear();
    spare.clear();
    table.clear();
    living = 0;
  }

  private void forget(byte[] key) {
    int hash = EntryTable.hash(key);
    long at = find(key, hash);
    if (at >= 0) {
      living -= segment(at).bytes(Segment.offset(at));
      table.remove(hash, at);
    }
  }

  private long find(byte[] key, int hash) {
    return table.find(hash, at -> segment(at).hasKey(Segment.offset(at), key));
  }

  private boolean isAlive(Segment segment, int offset) {
    long at = segment.address(offset);
    return table.find(EntryTable.hash(segment.key(offset)), each -> each == at) >= 0;
  }

  private Segment segment(long at) {
    return byNumber[(int) (Segment.number(at) & byNumber.length - 1)];
  }

  private long append(byte[] key, byte[] state, boolean changed) {
    Segment head = segments.peekLast();
    if (head == null || !head.fits(key, state)) {
      head = grow();
    }
    living += Segment.bytes(key, state);
    return head.append(key, state, changed);
  }

  private Segment grow() {
    Segment fresh = spare.isEmpty() ? new Segment() : spare.pop();
    fresh.begin(nextNumber);
    nextNumber = (nextNumber + 1) % (EntryTable.ADDRESSES / Segment.BYTES);
    segments.addLast(fresh);
    if (segments.size() > byNumber.length) {
      Segment[] wider = new Segment[2 * byNumber.length];
      segments.forEach(each -> wider[(int) (each.number() & wider.length - 1)] = each);
      byNumber = wider;
    }
    byNumber[(int) (fresh.number() & byNumber.length - 1)] = fresh;
    return fresh;
  }

  private void makeRoom() {
    // At most one round: it takes every second chance away.
    for (int i = segments.size(); i > 1 && bytes() > most.getAsLong(); i--) {
      giveUp(segments.pollFirst());
    }
  }

  private void giveUp(Segment oldest) {
    List<KeyValue<Bytes, byte[]>> leaving = new ArrayList<>();
    for (int offset = 0; offset < oldest.used(); offset += oldest.bytes(offset)) {
      byte[] key = oldest.key(offset);
      int hash = EntryTable.hash(key);
      long at = oldest.address(offset);
      if (table.find(hash, each -> each == at) < 0) {
        continue;
      }
      living -= oldest.bytes(offset);
      if (oldest.isTouched(offset) || living < DENSE * segments.size() * Segment.BYTES) {
        byte[] state = oldest.isRemoved(offset) ? null : oldest.state(offset);
        table.replace(hash, at, append(key, state, !oldest.isStored(offset)));
      } else {
        table.remove(hash, at);
        if (!oldest.isStored(offset)) {
          leaving.add(oldest.entry(offset));
        }
      }
    }
    if (!leaving.isEmpty()) {
      store.accept(leaving);
    }
    if (spare.isEmpty()) {
      spare.push(oldest);
    }
  }
}
