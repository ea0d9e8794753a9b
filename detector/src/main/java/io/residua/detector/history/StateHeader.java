package io.residua.detector.history;

/** The first words of every state: whose words they are, and when events came. */
final class StateHeader {
  /** Words that it takes. */
  static final int WORDS = 4;

  private static final int FINGERPRINT = 0;
  private static final int NEWEST = 1;
  private static final int FIRST = 2;
  private static final int COUNT = 3;

  private StateHeader() {}

  static long fingerprint(long[] state) {
    return state[FINGERPRINT];
  }

  static void begin(long[] state, long fingerprint) {
    state[FINGERPRINT] = fingerprint;
  }

  static boolean isEmpty(long[] state) {
    return state[COUNT] == 0;
  }

  /** Event time of the newest event, in milliseconds; meaningless without events. */
  static long newest(long[] state) {
    return state[NEWEST];
  }

  /** Event time of the first event. */
  static long first(long[] state) {
    return state[FIRST];
  }

  /** How many events. */
  static long count(long[] state) {
    return state[COUNT];
  }

  static void add(long[] state, long time) {
    if (state[COUNT] == 0) {
      state[FIRST] = time;
    }
    state[NEWEST] = time;
    state[COUNT]++;
  }
}
