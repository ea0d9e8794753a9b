package io.residua.stream;

import io.residua.detector.event.Event;
import io.residua.detector.event.Rejection;
import io.residua.detector.history.HistoryStage;
import io.residua.detector.history.StageRunner;
import java.time.Duration;
import java.util.List;

/**
 * One stage of the history with its states in an engine's store. For each event {@link #read}, then
 * {@link #add}. Not thread-safe.
 */
final class HistoryKeeper {
  /** States that are looked at in one go. */
  static final int BATCH = 1_000;

  /** How many times in a row, as long as much of what is looked at is idle. */
  private static final int MOST_BATCHES = 20;

  /**
   * Idle keys are kept this much longer than their time to live: partitions that are read again
   * from far back may be that far apart.
   */
  private static final long GRACE_MILLIS = Duration.ofDays(1).toMillis();

  private final HistoryStage stage;
  private final StageRunner runner;
  private final KeyStates states;
  private String key;
  private String scanned;
  private long newest = Long.MIN_VALUE;

  /** No state's newest event is older; unknown until all states have been looked at once. */
  private long oldest = Long.MIN_VALUE;

  /** The same of the states that the running look at all of them has passed, and of new ones. */
  private long oldestSeen = Long.MAX_VALUE;

  HistoryKeeper(HistoryStage stage, KeyStates states) {
    this.stage = stage;
    this.runner = stage.newRunner();
    this.states = states;
  }

  /**
   * Writes what the key's earlier events say into an event; an event without the key keeps these
   * numbers missing.
   *
   * @return null, or why the key cannot be kept
   */
  Rejection read(Event event) {
    key = stage.key(event).orElse(null);
    if (key == null) {
      return null;
    }
    Rejection rejection = RecordLimits.checkKey(key);
    if (rejection == null) {
      runner.read(event, key, states.get(key));
      newest = Math.max(newest, event.time());
    }
    return rejection;
  }

  /** Whether the event read last is older than its key's newest one. */
  boolean late() {
    return key != null && runner.late();
  }

  /**
   * The score of the event read last, smoothed with those of its key before where that is asked.
   */
  double smooth(double score) {
    return key == null ? score : runner.smooth(score);
  }

  /** Adds the event read last to its key's state. */
  void add(Event event) {
    if (key == null) {
      return;
    }
    byte[] after = runner.add(event);
    if (after != null) {
      states.put(key, after);
      oldest = Math.min(oldest, event.time());
      oldestSeen = Math.min(oldestSeen, event.time());
    }
  }

  /**
   * Forgets keys whose newest event is further back than the time to live and a day. Event time is
   * taken to be that of the newest event read, but not later than the wall clock.
   *
   * @return how many were forgotten
   */
  int forgetIdle(long wallClock) {
    long now = Math.min(newest, wallClock);
    long horizon = now - stage.timeToLive().toMillis() - GRACE_MILLIS;
    if (newest == Long.MIN_VALUE || horizon > now || oldest >= horizon) {
      return 0;
    }
    int forgotten = 0;
    for (int batch = 0; batch < MOST_BATCHES; batch++) {
      int some = forgetSome(horizon);
      forgotten += some;
      if (some < BATCH / 4 || oldest >= horizon) {
        break;
      }
    }
    return forgotten;
  }

  private int forgetSome(long horizon) {
    List<KeyStates.Entry> entries = states.after(scanned, BATCH);
    int forgotten = 0;
    for (KeyStates.Entry entry : entries) {
      long last = stage.newestEvent(entry.state()).orElse(Long.MIN_VALUE);
      if (last < horizon) {
        states.remove(entry.key());
        forgotten++;
      } else {
        oldestSeen = Math.min(oldestSeen, last);
      }
    }
    if (entries.size() < BATCH) {
      oldest = oldestSeen;
      oldestSeen = Long.MAX_VALUE;
      scanned = null;
    } else {
      scanned = entries.get(BATCH - 1).key();
    }
    return forgotten;
  }
}
