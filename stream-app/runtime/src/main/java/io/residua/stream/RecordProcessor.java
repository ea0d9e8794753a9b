package io.residua.stream;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventDecoder;
import io.residua.detector.event.RejectReason;
import io.residua.detector.event.Rejection;
import io.residua.schema.wire.SchemaRegistry;
import io.residua.schema.wire.SchemaRegistryException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One record's way through a job: decode, score, judge, make the output records, count. Whatever
 * the bytes are, the result is an {@link Outcome}. Holds buffers: one instance per thread.
 */
public final class RecordProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(RecordProcessor.class);

  private final EventDecoder decoder;
  private final Accounting accounting;
  private final Scorer scorer;
  private final OutputRecords outputs;
  private final Event event;
  private boolean defectLogged;

  /**
   * @param registry asked for the schemas of Avro values
   */
  public RecordProcessor(
      Detector detector,
      RecordLimits limits,
      Optional<SchemaRegistry> registry,
      Accounting accounting) {
    this(detector, EventDecoders.of(detector, limits, registry), accounting);
  }

  RecordProcessor(Detector detector, EventDecoder decoder, Accounting accounting) {
    this.decoder = decoder;
    this.accounting = accounting;
    this.scorer = detector.newScorer();
    this.outputs = new OutputRecords(scorer);
    this.event = new Event(detector.layout());
  }

  /**
   * Processes one record.
   *
   * @throws SchemaRegistryException when the schema of the record cannot be asked for: it was not
   *     counted and can be given again
   */
  public Outcome process(SourceRecord record) {
    accounting.received();
    long start = System.nanoTime();
    Outcome outcome = outcomeOf(record);
    accounting.became(outcome, System.nanoTime() - start);
    if (outcome instanceof Outcome.Scored) {
      accounting.allowed(scorer.budget().significance());
    }
    return outcome;
  }

  private Outcome outcomeOf(SourceRecord record) {
    if (record.value() == null) {
      return Outcome.Filtered.TOMBSTONE;
    }
    try {
      Rejection rejection = decodeAndScore(record);
      return rejection == null
          ? outputs.scored(record, event)
          : outputs.rejected(record, event, rejection);
    } catch (SchemaRegistryException e) {
      accounting.withdrawn();
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return defect(record, e);
    }
  }

  private Rejection decodeAndScore(SourceRecord record) {
    event.clear();
    Rejection rejection = RecordLimits.checkKey(record.key());
    if (rejection != null) {
      return rejection;
    }
    rejection = decoder.decode(record.value(), event);
    if (rejection != null) {
      // A decoder leaves anything behind, and a reject must not carry half of it.
      event.clear();
      return rejection;
    }
    if (event.key() == null && record.key() != null && !namesKey()) {
      event.setKey(new String(record.key(), StandardCharsets.UTF_8));
    }
    rejection = RecordLimits.checkKey(event.key());
    return rejection == null ? scorer.score(event) : rejection;
  }

  private boolean namesKey() {
    return event.layout().keyPath().isPresent();
  }

  /** A record must never stop the job, not even by a defect of ours; the first one is logged. */
  private Outcome defect(SourceRecord record, Throwable defect) {
    if (!defectLogged) {
      defectLogged = true;
      LOG.error(
          "Scoring failed: topic={} partition={} offset={}",
          record.topic(),
          record.partition(),
          record.offset(),
          defect);
    }
    event.clear();
    Rejection rejection =
        new Rejection(
            RejectReason.INTERNAL_ERROR, "scoring failed: " + defect.getClass().getName());
    return outputs.rejected(record, event, rejection);
  }
}
