package io.residua.schema.wire;

/**
 * A record of every event that has its event time as a number too. The encoders ask for that one:
 * the instant of the generated getter would be garbage, one for each record.
 */
public interface EventTimed {
  /** Event time in milliseconds since 1970. */
  long epochMillis();
}
