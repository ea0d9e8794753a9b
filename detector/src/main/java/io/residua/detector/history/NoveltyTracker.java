package io.residua.detector.history;

import io.residua.detector.event.Event;
import io.residua.detector.event.StableHash;

/**
 * Whether a key had a value before: a Bloom filter (Bloom 1970) of {@value #BITS} bits and two
 * hashes. A value that was there is never called new; one that is new is taken for old with a
 * probability of 0.6 % among 20 values and 10 % among 100.
 */
final class NoveltyTracker implements Tracker {
  static final int BITS = 512;

  private final int field;
  private final int output;

  NoveltyTracker(int field, int output) {
    this.field = field;
    this.output = output;
  }

  @Override
  public int words() {
    return BITS / Long.SIZE;
  }

  @Override
  public void read(Event event, long[] state, int at) {
    String value = event.text(field);
    if (value == null || StateHeader.isEmpty(state)) {
      event.setNumber(output, Double.NaN);
      return;
    }
    boolean known = has(state, at, StableHash.of(value)) && has(state, at, second(value));
    event.setNumber(output, known ? 0 : 1);
  }

  @Override
  public void add(Event event, long[] state, int at) {
    String value = event.text(field);
    if (value != null) {
      set(state, at, StableHash.of(value));
      set(state, at, second(value));
    }
  }

  private static int second(String value) {
    return StableHash.mixed(~StableHash.of(value));
  }

  private static boolean has(long[] state, int at, int hash) {
    int bit = Integer.remainderUnsigned(hash, BITS);
    return (state[at + bit / Long.SIZE] >>> bit % Long.SIZE & 1) == 1;
  }

  private static void set(long[] state, int at, int hash) {
    int bit = Integer.remainderUnsigned(hash, BITS);
    state[at + bit / Long.SIZE] |= 1L << bit % Long.SIZE;
  }
}
