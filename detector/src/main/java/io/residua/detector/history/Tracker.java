package io.residua.detector.history;

import io.residua.detector.event.Event;

/**
 * Keeps one thing about a key in a few words of its state, and writes numbers of an event from it.
 * Words that are all zero are a key without history. Immutable, shared between threads.
 */
interface Tracker {
  /** How many words it needs. */
  int words();

  /**
   * Writes what the earlier events say into an event.
   *
   * @param at where its own words begin
   */
  void read(Event event, long[] state, int at);

  /** Adds an event that is not older than those before. */
  void add(Event event, long[] state, int at);
}
