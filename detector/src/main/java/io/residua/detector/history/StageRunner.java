package io.residua.detector.history;

import io.residua.detector.event.Event;
import java.util.Arrays;

/**
 * One stage at work in one thread: {@link #read} writes what a key's state says into an event, then
 * {@link #add} gives the state with the event in it. Between the two, the event is scored.
 */
public final class StageRunner {
  private final HistoryStage stage;
  private final long[] words;
  private boolean late;

  StageRunner(HistoryStage stage) {
    this.stage = stage;
    this.words = new long[stage.words()];
  }

  public HistoryStage stage() {
    return stage;
  }

  /**
   * Writes the stage's numbers into an event.
   *
   * @param event with a time
   * @param key of the state
   * @param state the key's saved state; null where there is none. Bytes of another layout or
   *     version count as none; then the model's snapshot stands in, where it is not newer than the
   *     event. A state whose newest event is further back than the time to live is over
   */
  public void read(Event event, String key, byte[] state) {
    if (!load(state) && !loadSnapshot(event, key) || isOver(event)) {
      clear();
    }
    late = !StateHeader.isEmpty(words) && event.time() < StateHeader.newest(words);
    stage.read(event, words);
  }

  private boolean load(byte[] state) {
    return state != null
        && StateCodec.decode(state, words)
        && StateHeader.fingerprint(words) == stage.fingerprint();
  }

  /** A snapshot that is newer than the event is of another time: history is being replayed. */
  private boolean loadSnapshot(Event event, String key) {
    return load(stage.snapshot(key)) && StateHeader.newest(words) <= event.time();
  }

  private void clear() {
    Arrays.fill(words, 0);
    StateHeader.begin(words, stage.fingerprint());
  }

  /** Whether the last event read is older than its key's newest one. */
  public boolean late() {
    return late;
  }

  /**
   * The score of the last event read, smoothed with those of its key before. Of a late event too,
   * which then leaves no trace.
   *
   * @return the score itself where the stage does not smooth
   */
  public double smooth(double score) {
    if (stage.smoothing().isEmpty()) {
      return score;
    }
    int at = stage.smoothedAt();
    double mean =
        words[at + 1] == 0
            ? ScoreSmoothing.begin(score)
            : stage.smoothing().get().next(Words.get(words, at), score);
    Words.put(words, at, mean);
    words[at + 1] = 1;
    return Math.exp(mean);
  }

  /**
   * The state with the last event read added; null where it stays as it was, because the event is
   * late.
   */
  public byte[] add(Event event) {
    if (late) {
      return null;
    }
    stage.add(event, words);
    return StateCodec.encode(words);
  }

  private boolean isOver(Event event) {
    return event.time() - StateHeader.newest(words) > stage.ttlMillis();
  }
}
