package io.residua.stream;

import io.residua.detector.definition.DurationNotation;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventDecoder;
import io.residua.detector.event.RejectReason;
import io.residua.detector.event.Rejection;
import java.nio.charset.StandardCharsets;

/** From a record's bytes to an event, with the checks that a job makes besides the decoder's. */
final class EventReader {
  private final EventDecoder decoder;
  private final RecordLimits limits;
  private final long mostAhead;

  /** The wall clock when it was last read; it is later now. */
  private long now = Long.MIN_VALUE;

  EventReader(EventDecoder decoder, RecordLimits limits) {
    this.decoder = decoder;
    this.limits = limits;
    this.mostAhead = limits.future().toMillis();
  }

  /**
   * Reads a record.
   *
   * @param event is filled; where the record is rejected, with nothing or with all that it says
   * @return null, or why the record cannot be scored
   */
  Rejection read(SourceRecord record, Event event) {
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
    if (event.key() == null && record.key() != null && event.layout().keyPath().isEmpty()) {
      event.setKey(new String(record.key(), StandardCharsets.UTF_8));
    }
    rejection = RecordLimits.checkKey(event.key());
    return rejection == null ? checkTime(event) : rejection;
  }

  /** One event from far in the future would make all that follow late. */
  private Rejection checkTime(Event event) {
    if (event.time() == Event.NO_TIME || event.time() <= latestAllowed()) {
      return null;
    }
    now = System.currentTimeMillis();
    if (event.time() <= latestAllowed()) {
      return null;
    }
    return new Rejection(
        RejectReason.FUTURE_TIME,
        "expected an event time at most %s from now, found one %d s from now"
            .formatted(DurationNotation.write(limits.future()), (event.time() - now) / 1000));
  }

  /** By the clock as it was last read: most records are known to be early enough without asking. */
  private long latestAllowed() {
    if (now == Long.MIN_VALUE) {
      return now;
    }
    return now > Long.MAX_VALUE - mostAhead ? Long.MAX_VALUE : now + mostAhead;
  }
}
