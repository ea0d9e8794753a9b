package io.residua.detector.history;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A history whose states are in memory: the trainer's replay and batch scoring. One event after the
 * other passes all stages, as in the job. Not thread-safe.
 */
public final class HistoryMemory {
  private final List<StageRunner> runners;
  private final List<Map<String, byte[]>> states = new ArrayList<>();
  private Optional<String> last = Optional.empty();
  private long late;

  public HistoryMemory(History history) {
    this.runners = history.stages().stream().map(HistoryStage::newRunner).toList();
    runners.forEach(runner -> states.add(new HashMap<>()));
  }

  /**
   * Writes the numbers of all stages into an event, and adds it to its keys' states.
   *
   * @return whether it is older than the newest event of one of its keys; such an event is not
   *     added to that key
   */
  public boolean apply(Event event) {
    boolean isLate = read(event);
    add(event);
    return isLate;
  }

  /** As {@link #apply}, but the event waits at the last stage, to be scored, smoothed and added. */
  public boolean read(Event event) {
    boolean anyLate = false;
    for (int i = 0; i < runners.size(); i++) {
      last = runners.get(i).stage().key(event);
      if (last.isPresent()) {
        runners.get(i).read(event, last.get(), states.get(i).get(last.get()));
        anyLate |= runners.get(i).late();
        if (i < runners.size() - 1) {
          add(event, i, last.get());
        }
      }
    }
    late += anyLate ? 1 : 0;
    return anyLate;
  }

  /** The score of the event that was read, smoothed as its definition says. */
  public double smooth(double score) {
    return last.isPresent() ? runners.get(runners.size() - 1).smooth(score) : score;
  }

  /** Adds the event that was read to the last stage. */
  public void add(Event event) {
    last.ifPresent(key -> add(event, runners.size() - 1, key));
  }

  private void add(Event event, int stage, String key) {
    byte[] after = runners.get(stage).add(event);
    if (after != null) {
      states.get(stage).put(key, after);
    }
  }

  /**
   * Lets a table's events pass in the order of time; those of one time in the table's order.
   *
   * @return the same rows in the same order, with the numbers of keyed features
   */
  public EventTable replay(EventTable events) {
    if (runners.isEmpty()) {
      return events;
    }
    EventTable replayed = events.select(IntStream.range(0, events.rows()).toArray());
    Event event = new Event(events.layout());
    for (int row : events.oldestFirst()) {
      replayed.read(row, event);
      apply(event);
      replayed.write(row, event);
    }
    return replayed;
  }

  /** How many events were late. */
  public long late() {
    return late;
  }

  /**
   * The states as they are now; where they are too large for a snapshot, those of the keys whose
   * newest events are the newest.
   */
  public HistorySnapshot snapshot() {
    List<Map<String, byte[]>> kept = new ArrayList<>();
    long room = HistorySnapshot.MOST_BYTES;
    for (int i = 0; i < runners.size(); i++) {
      long share = room / (runners.size() - i);
      Map<String, byte[]> newest = newest(runners.get(i).stage(), states.get(i), share);
      room -= newest.entrySet().stream().mapToLong(HistoryMemory::size).sum();
      kept.add(newest);
    }
    return new HistorySnapshot(kept);
  }

  private static Map<String, byte[]> newest(
      HistoryStage stage, Map<String, byte[]> states, long room) {
    List<Map.Entry<String, byte[]>> order = new ArrayList<>(states.entrySet());
    order.sort(
        Comparator.<Map.Entry<String, byte[]>>comparingLong(
                entry -> stage.newestEvent(entry.getValue()).orElse(Long.MIN_VALUE))
            .reversed()
            .thenComparing(Map.Entry::getKey));
    Map<String, byte[]> kept = new LinkedHashMap<>();
    long used = 0;
    for (Map.Entry<String, byte[]> entry : order) {
      used += size(entry);
      if (used > room) {
        break;
      }
      kept.put(entry.getKey(), entry.getValue());
    }
    return kept;
  }

  private static long size(Map.Entry<String, byte[]> entry) {
    return HistorySnapshot.size(entry.getKey(), entry.getValue());
  }
}
