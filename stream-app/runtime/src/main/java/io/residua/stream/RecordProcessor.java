package io.residua.stream;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.ScoringBatch;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.RejectReason;
import io.residua.detector.event.Rejection;
import io.residua.schema.wire.SchemaRegistry;
import io.residua.schema.wire.SchemaRegistryException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to records at one place of their way: read, pass the stage of the history that is
 * kept here, then score, judge and make the output records, or go on to the next place. Whatever
 * the bytes are, the result is an {@link Outcome}. Holds buffers and a task's states: one instance
 * per task.
 *
 * <p>The order is: read what the key's state says, score, add the event to the state.
 */
public final class RecordProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(RecordProcessor.class);

  private final Place place;
  private final Accounting accounting;
  private final EventReader reader;
  private final KeyCheck keyCheck;
  private final Optional<HistoryKeeper> history;
  private final DoubleUnaryOperator smoothing;
  private final RecordPassage passage;
  private final Onward onward;
  private final Scorer scorer;
  private final Judge judge;
  private final OutputRecords outputs;
  private final Optional<MicroBatch> batch;
  private Event event;
  private long start;
  private boolean defectLogged;

  /**
   * @param place of {@link Route#of} the detector
   * @param registry asked for the schemas of Avro values
   */
  public RecordProcessor(
      Detector detector,
      Place place,
      Task task,
      RecordLimits limits,
      Optional<SchemaRegistry> registry,
      Accounting accounting) {
    this(
        detector,
        place,
        task,
        new EventReader(EventDecoders.of(detector, limits, registry), limits),
        accounting);
  }

  RecordProcessor(
      Detector detector, Place place, Task task, EventReader reader, Accounting accounting) {
    this.place = place;
    this.accounting = accounting;
    this.reader = reader;
    this.keyCheck = new KeyCheck(detector, place, accounting);
    this.history =
        place
            .stage()
            .map(stage -> new HistoryKeeper(stage, task.stores().apply(Place.storeOf(stage))));
    this.smoothing =
        history
            .<DoubleUnaryOperator>map(keeper -> keeper::smooth)
            .orElse(DoubleUnaryOperator.identity());
    this.passage = new RecordPassage(detector.layout());
    this.onward = Onward.from(detector, place, passage);
    this.scorer = detector.newScorer(BudgetState.keeper(detector, place, task));
    this.judge = new Judge(scorer, place, task, accounting);
    this.outputs = new OutputRecords(scorer);
    EventLayout layout = Judge.groupField(detector).layout();
    this.event = new Event(layout);
    this.batch =
        place.holds(detector)
            ? Optional.of(new MicroBatch(new ScoringBatch(scorer), layout, accounting))
            : Optional.empty();
  }

  /**
   * Processes one record of the input, at the first place.
   *
   * @throws SchemaRegistryException when the schema of the record cannot be asked for: it was not
   *     counted and can be given again
   * @throws StateAccessException when the engine's states cannot be used; likewise
   */
  public Outcome process(SourceRecord record) {
    accounting.received();
    start = System.nanoTime();
    Outcome outcome;
    try {
      outcome = record.value() == null ? Outcome.Filtered.TOMBSTONE : guarded(record, null);
    } catch (SchemaRegistryException | StateAccessException e) {
      accounting.withdrawn();
      throw e;
    }
    accounting.became(outcome, System.nanoTime() - start);
    return outcome;
  }

  /**
   * Processes what the place before passed on.
   *
   * @param carrier the record of the topic between the two places
   * @throws SchemaRegistryException as {@link #process}
   * @throws StateAccessException as {@link #process}
   */
  public Outcome resume(SourceRecord carrier) {
    start = System.nanoTime();
    Outcome outcome = place.onlyAlerts() ? tell(carrier) : goOn(carrier);
    accounting.became(outcome, System.nanoTime() - start);
    return outcome;
  }

  /** Whether records may be held, and must be released before a commit. */
  public boolean holds() {
    return batch.isPresent();
  }

  /** Whether the records held must be released before the next one. */
  public boolean isFull() {
    return batch.isPresent() && batch.get().isFull();
  }

  /**
   * Ends the processing of the records held, in the order in which they came. To be called when
   * {@link #isFull}, before a {@link #tick}, and before what was read is committed.
   *
   * @param sink is given each record and what became of it, which is to be written before it
   *     returns
   * @throws StateAccessException as {@link #process}
   */
  public void release(BiConsumer<SourceRecord, Outcome> sink) {
    batch.ifPresent(it -> it.release(this::released, sink));
  }

  /** Lets time pass: forgets idle keys, closes events, tells silence. To be called every second. */
  public Outcome.Told tick(long wallClock) {
    history.ifPresent(keeper -> accounting.forgotten(keeper.forgetIdle(wallClock)));
    Outcome.Told told = new Outcome.Told(outputs.alerts(judge.tick(wallClock)));
    accounting.became(told, 0);
    return told;
  }

  private Outcome goOn(SourceRecord carrier) {
    try {
      RecordPassage.Arrived arrived = passage.read(carrier.value());
      return guarded(arrived.record(), arrived);
    } catch (UnreadablePassageException e) {
      event.clear();
      Rejection rejection = new Rejection(RejectReason.INTERNAL_ERROR, e.getMessage());
      return outputs.rejected(carrier, event, rejection);
    }
  }

  private Outcome tell(SourceRecord carrier) {
    try {
      return new Outcome.Told(outputs.alerts(judge.resume(carrier.value())));
    } catch (UnreadablePassageException e) {
      logDefect("An anomaly on its way to the alerts is lost", carrier, e);
      return new Outcome.Told(List.of());
    }
  }

  private Outcome guarded(SourceRecord record, RecordPassage.Arrived arrived) {
    try {
      return visit(record, arrived);
    } catch (SchemaRegistryException | StateAccessException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return defect(record, event, e);
    }
  }

  private Outcome visit(SourceRecord record, RecordPassage.Arrived arrived) {
    Rejection rejection = reader.read(record, event);
    if (rejection != null) {
      return outputs.rejected(record, event, rejection);
    }
    if (arrived == null) {
      keyCheck.check(record, event);
    } else {
      passage.restore(arrived, event);
    }
    rejection = history.isPresent() ? history.get().read(event) : null;
    if (rejection != null) {
      return outputs.rejected(record, event, rejection);
    }
    boolean late = arrived != null && arrived.late() || history.isPresent() && history.get().late();
    Outcome outcome = place.scores() ? score(record, late) : passOn(record, late);
    if (history.isPresent()) {
      history.get().add(event);
    }
    return outcome;
  }

  private Outcome score(SourceRecord record, boolean late) {
    return batch.isPresent()
        ? hold(batch.get(), record, late)
        : judged(record, event, late, scorer.score(event, smoothing));
  }

  private Outcome hold(MicroBatch batch, SourceRecord record, boolean late) {
    Rejection rejection = batch.add(record, event, late, start);
    if (rejection != null) {
      return outputs.rejected(record, event, rejection);
    }
    event = batch.nextEvent();
    return Outcome.Held.HELD;
  }

  private Outcome released(SourceRecord record, Event event, boolean late, int slot) {
    try {
      return judged(record, event, late, batch.orElseThrow().score(slot, event));
    } catch (StateAccessException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return defect(record, event, e);
    }
  }

  private Outcome judged(SourceRecord record, Event event, boolean late, Rejection rejection) {
    if (rejection != null) {
      return outputs.rejected(record, event, rejection);
    }
    accounting.allowed(scorer.budget().significance());
    Judge.Judged judged = judge.judge(record, event);
    return outputs.scored(record, event, late, judged.messages(), judged.onward());
  }

  private Outcome passOn(SourceRecord record, boolean late) {
    Rejection rejection = onward.check(event);
    return rejection == null
        ? onward.pass(record, event, late)
        : outputs.rejected(record, event, rejection);
  }

  /** A record must never stop the job, not even by a defect of ours; the first one is logged. */
  private Outcome defect(SourceRecord record, Event event, Throwable defect) {
    logDefect("Scoring failed", record, defect);
    event.clear();
    Rejection rejection =
        new Rejection(
            RejectReason.INTERNAL_ERROR, "scoring failed: " + defect.getClass().getName());
    return outputs.rejected(record, event, rejection);
  }

  private void logDefect(String what, SourceRecord record, Throwable defect) {
    if (!defectLogged) {
      defectLogged = true;
      LOG.error(
          "{}: topic={} partition={} offset={}",
          what,
          record.topic(),
          record.partition(),
          record.offset(),
          defect);
    }
  }
}
