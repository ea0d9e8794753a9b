package io.residua.detector.alert;

/**
 * An event that is open. Immutable.
 *
 * @param kind ANOMALY or FLAPPING
 * @param opened the record that opened it, which it is named after
 * @param begin its event time
 * @param last the latest event time of an anomaly in it; never goes back
 * @param lastPosition of the anomaly that came last
 * @param peak event time of the highest severity
 * @param peakScore at the peak
 * @param peakPValue at the peak
 * @param peakSeverity 0 to 100
 * @param anomalies at least 1
 * @param told the latest event time at which it was told
 * @param toldSeverity the highest severity that was told
 */
record OpenEvent(
    AlertKind kind,
    RecordPosition opened,
    long begin,
    long last,
    RecordPosition lastPosition,
    long peak,
    double peakScore,
    double peakPValue,
    int peakSeverity,
    long anomalies,
    long told,
    int toldSeverity) {

  static OpenEvent of(AlertKind kind, AlertInput input, long anomalies) {
    return new OpenEvent(
        kind,
        input.position(),
        input.eventTime(),
        input.eventTime(),
        input.position(),
        input.eventTime(),
        input.score(),
        input.pValue(),
        input.severity(),
        anomalies,
        input.eventTime(),
        input.severity());
  }

  OpenEvent with(AlertInput input) {
    boolean higher =
        input.severity() > peakSeverity
            || (input.severity() == peakSeverity && input.score() > peakScore);
    return new OpenEvent(
        kind,
        opened,
        begin,
        Math.max(last, input.eventTime()),
        input.position(),
        higher ? input.eventTime() : peak,
        higher ? input.score() : peakScore,
        higher ? input.pValue() : peakPValue,
        higher ? input.severity() : peakSeverity,
        anomalies + 1,
        told,
        toldSeverity);
  }

  OpenEvent toldAt(long eventTime) {
    return new OpenEvent(
        kind,
        opened,
        begin,
        last,
        lastPosition,
        peak,
        peakScore,
        peakPValue,
        peakSeverity,
        anomalies,
        Math.max(told, eventTime),
        peakSeverity);
  }
}
