package io.residua.detector.alert;

/**
 * The last record of a key, kept where silence is told.
 *
 * @param position of the record that came last
 * @param receivedAt the wall clock then, in milliseconds
 * @param silenceTold whether its silence was told
 */
record LastSeen(RecordPosition position, long receivedAt, boolean silenceTold) {}
