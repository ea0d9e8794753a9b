package io.residua.stream.kafka;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Where the entries of keys are: a hash table of open addressing with linear probing. A place holds
 * an address and as much of the key's hash as is needed to tell most keys apart and to grow without
 * looking at entries.
 */
final class EntryTable {
  /** Addresses are below this. */
  static final long ADDRESSES = 1L << 35;

  private static final int FIRST_PLACES = 1 << 10;
  private static final int HASH_BITS = 28;
  private static final int ADDRESS_BITS = Long.SIZE - HASH_BITS;
  private static final long ADDRESS = (1L << ADDRESS_BITS) - 1;

  private long[] places = new long[FIRST_PLACES];
  private int used;

  /** A hash whose bits are all as good. */
  static int hash(byte[] key) {
    int hash = Arrays.hashCode(key) * 0x9E3779B9;
    return (hash ^ hash >>> 15) & (1 << HASH_BITS) - 1;
  }

  /**
   * @param asked tells whether the entry at an address is the one
   * @return its address; negative where there is none
   */
  long find(int hash, LongPredicate asked) {
    int place = place(hash, asked);
    return place < 0 ? -1 : address(places[place]);
  }

  /** Adds an entry whose key is not in the table. */
  void insert(int hash, long address) {
    if (++used > places.length / 2) {
      widen();
    }
    add(hash, address);
  }

  /** Has a key's entry elsewhere. */
  void replace(int hash, long address, long now) {
    places[place(hash, each -> each == address)] = value(hash, now);
  }

  /** Removes an entry; those after it move up, so that no search ends too early. */
  void remove(int hash, long address) {
    int mask = places.length - 1;
    int gap = place(hash, each -> each == address);
    for (int next = gap + 1 & mask; places[next] != 0; next = next + 1 & mask) {
      int home = (int) (places[next] >>> ADDRESS_BITS) & mask;
      if ((next - home & mask) >= (next - gap & mask)) {
        places[gap] = places[next];
        gap = next;
      }
    }
    places[gap] = 0;
    used--;
  }

  long bytes() {
    return (long) places.length * Long.BYTES;
  }

  void clear() {
    places = new long[FIRST_PLACES];
    used = 0;
  }

  private int place(int hash, LongPredicate asked) {
    int mask = places.length - 1;
    for (int place = hash & mask; places[place] != 0; place = place + 1 & mask) {
      if (places[place] >>> ADDRESS_BITS == hash && asked.test(address(places[place]))) {
        return place;
      }
    }
    return -1;
  }

  private void add(int hash, long address) {
    int mask = places.length - 1;
    int place = hash & mask;
    while (places[place] != 0) {
      place = place + 1 & mask;
    }
    places[place] = value(hash, address);
  }

  private void widen() {
    long[] before = places;
    places = new long[2 * before.length];
    for (long value : before) {
      if (value != 0) {
        add((int) (value >>> ADDRESS_BITS), address(value));
      }
    }
  }

  /** Zero is an empty place, so addresses count from one. */
  private static long value(int hash, long address) {
    return (long) hash << ADDRESS_BITS | address + 1;
  }

  private static long address(long value) {
    return (value & ADDRESS) - 1;
  }
}
