package io.residua.detector.history;

import io.residua.detector.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * What is kept for one kind of key, a card or a pair of card and merchant: the trackers that share
 * a state. Immutable, shared between threads; each thread works with a {@link StageRunner}.
 */
public final class HistoryStage {
  private static final int SMOOTHING_WORDS = 2;

  private final List<String> by;
  private final KeyReader keys;
  private final List<Tracker> trackers;
  private final int[] offsets;
  private final long fingerprint;
  private final long ttlMillis;
  private final Function<String, Optional<byte[]>> snapshot;
  private final Optional<ScoreSmoothing> smoothing;

  /**
   * @param kept what the trackers keep, in words: states are read by those who keep the same things
   *     in the same order, and by nobody else
   * @param snapshot what keys begin with that have no state
   * @param smoothing of the scores of its keys, where the event's own key is this one
   */
  HistoryStage(
      List<String> by,
      KeyReader keys,
      List<Tracker> trackers,
      String kept,
      Duration ttl,
      Function<String, Optional<byte[]>> snapshot,
      Optional<ScoreSmoothing> smoothing) {
    this.by = List.copyOf(by);
    this.keys = keys;
    this.trackers = List.copyOf(trackers);
    this.offsets = new int[trackers.size() + 1];
    offsets[0] = StateHeader.WORDS;
    for (int i = 0; i < trackers.size(); i++) {
      offsets[i + 1] = offsets[i] + trackers.get(i).words();
    }
    this.fingerprint = fingerprint(kept);
    this.ttlMillis = ttl.toMillis();
    this.snapshot = snapshot;
    this.smoothing = smoothing;
  }

  /** The fields that make its key. */
  public List<String> by() {
    return by;
  }

  /** The key of an event's state; empty where one of its fields is missing. */
  public Optional<String> key(Event event) {
    return Optional.ofNullable(keys.read(event));
  }

  /** The most bytes that the state of one key takes, without the key. */
  public int mostBytesPerKey() {
    return StateCodec.mostBytes(words());
  }

  /** How long, in event time, the state of a key is kept after its newest event. */
  public Duration timeToLive() {
    return Duration.ofMillis(ttlMillis);
  }

  /**
   * Event time of the newest event in a saved state, in milliseconds; empty where the bytes are no
   * state of this stage.
   */
  public Optional<Long> newestEvent(byte[] state) {
    long[] words = new long[words()];
    return StateCodec.decode(state, words) && StateHeader.fingerprint(words) == fingerprint
        ? Optional.of(StateHeader.newest(words))
        : Optional.empty();
  }

  public StageRunner newRunner() {
    return new StageRunner(this);
  }

  int words() {
    return smoothedAt() + (smoothing.isPresent() ? SMOOTHING_WORDS : 0);
  }

  /** The word of the mean score; the next one is 1 where there is a mean. */
  int smoothedAt() {
    return offsets[trackers.size()];
  }

  /** How scores of its keys are smoothed, where they are. */
  public Optional<ScoreSmoothing> smoothing() {
    return smoothing;
  }

  long fingerprint() {
    return fingerprint;
  }

  /** Null where the snapshot does not know the key. */
  byte[] snapshot(String key) {
    return snapshot.apply(key).orElse(null);
  }

  long ttlMillis() {
    return ttlMillis;
  }

  void read(Event event, long[] state) {
    for (int i = 0; i < offsets.length - 1; i++) {
      trackers.get(i).read(event, state, offsets[i]);
    }
  }

  void add(Event event, long[] state) {
    for (int i = 0; i < offsets.length - 1; i++) {
      trackers.get(i).add(event, state, offsets[i]);
    }
    StateHeader.add(state, event.time());
  }

  /** Never 0: that is the word of a state without an owner. */
  private static long fingerprint(String kept) {
    CRC32 checksum = new CRC32();
    checksum.update(kept.getBytes(StandardCharsets.UTF_8));
    return checksum.getValue() << 1 | 1;
  }
}
