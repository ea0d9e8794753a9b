package io.residua.stream;

import io.residua.detector.ScoringBatch;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.Rejection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BiConsumer;

/**
 * Records that wait until the network is run for all of them, each with an event of its own. What
 * is written of them must be written before what was read is committed. Belongs to one task.
 */
final class MicroBatch {
  private record Entry(SourceRecord record, Event event, boolean late, long nanoseconds) {}

  /** Ends the processing of a record that waited. */
  @FunctionalInterface
  interface Ending {
    /**
     * @param slot of the record's event in the batch
     */
    Outcome of(SourceRecord record, Event event, boolean late, int slot);
  }

  private final ScoringBatch batch;
  private final EventLayout layout;
  private final Accounting accounting;
  private final List<Entry> entries = new ArrayList<>();
  private final Queue<Event> free = new ArrayDeque<>();

  MicroBatch(ScoringBatch batch, EventLayout layout, Accounting accounting) {
    this.batch = batch;
    this.layout = layout;
    this.accounting = accounting;
  }

  /**
   * Takes a record and, unless it is rejected, its event.
   *
   * @param began when its processing began, as {@link System#nanoTime} tells
   * @return null when it waits now, else why it cannot be scored
   */
  Rejection add(SourceRecord record, Event event, boolean late, long began) {
    Rejection rejection = batch.add(event);
    if (rejection == null) {
      entries.add(new Entry(record, event, late, System.nanoTime() - began));
    }
    return rejection;
  }

  /** An event for the next record. */
  Event nextEvent() {
    Event next = free.poll();
    return next == null ? new Event(layout) : next;
  }

  boolean isFull() {
    return batch.isFull();
  }

  Rejection score(int slot, Event event) {
    return batch.score(slot, event);
  }

  /** Ends the processing of all, in the order in which they came. */
  void release(Ending ending, BiConsumer<SourceRecord, Outcome> sink) {
    if (entries.isEmpty()) {
      return;
    }
    try {
      long began = System.nanoTime();
      batch.run();
      long shared = (System.nanoTime() - began) / entries.size();
      for (int slot = 0; slot < entries.size(); slot++) {
        end(slot, shared, ending, sink);
      }
    } finally {
      batch.clear();
      entries.forEach(entry -> free.add(entry.event()));
      entries.clear();
    }
  }

  private void end(int slot, long shared, Ending ending, BiConsumer<SourceRecord, Outcome> sink) {
    Entry entry = entries.get(slot);
    long began = System.nanoTime();
    Outcome outcome = ending.of(entry.record(), entry.event(), entry.late(), slot);
    accounting.became(outcome, entry.nanoseconds() + shared + System.nanoTime() - began);
    sink.accept(entry.record(), outcome);
  }
}
