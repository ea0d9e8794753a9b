package io.residua.detector.alert;

import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * One scored record, as the policy sees it.
 *
 * @param position where it was read
 * @param eventTime in milliseconds since 1970 UTC
 * @param receivedAt the wall clock when it was processed, in milliseconds; only silence goes by it
 * @param key the event's key; null for none
 * @param group the value of the field that {@code alerts.by} names; null for none
 * @param anomaly whether the verdict is an anomaly
 * @param score reconstruction error
 * @param pValue in (0, 1]
 * @param severity 0 to 100
 * @param explanation the record's fields, at most so many, largest share first; asked at most once,
 *     and only where an alert is told or a rule asks for a field
 */
public record AlertInput(
    RecordPosition position,
    long eventTime,
    long receivedAt,
    String key,
    String group,
    boolean anomaly,
    double score,
    double pValue,
    int severity,
    IntFunction<List<FieldContribution>> explanation) {
  public AlertInput {
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(explanation, "explanation");
    if (severity < 0 || severity > 100) {
      throw new IllegalArgumentException("severity must be 0 to 100, got " + severity);
    }
  }
}
