package io.residua.stream;

import io.residua.schema.ScoredRecord;
import io.residua.schema.wire.EventTimed;
import java.time.Instant;

/**
 * A score that keeps its event time as a number: an instant for each record would be garbage. To be
 * filled and encoded, not to be compared with others.
 */
final class TimedScore extends ScoredRecord implements EventTimed {
  private static final long serialVersionUID = 1;
  private static final int EVENT_TIME = getClassSchema().getField("event_time").pos();

  private long eventTime;

  /**
   * @param epochMillis of the event
   */
  void setEventTime(long epochMillis) {
    this.eventTime = epochMillis;
  }

  @Override
  public long epochMillis() {
    return eventTime;
  }

  @Override
  public Instant getEventTime() {
    return Instant.ofEpochMilli(eventTime);
  }

  @Override
  public Object get(int field) {
    return field == EVENT_TIME ? getEventTime() : super.get(field);
  }
}
