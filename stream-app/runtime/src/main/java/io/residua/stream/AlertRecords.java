package io.residua.stream;

import io.residua.detector.Detector;
import io.residua.detector.alert.AlertMessage;
import io.residua.detector.alert.FieldContribution;
import io.residua.detector.alert.RecordPosition;
import io.residua.schema.Alert;
import io.residua.schema.AlertKind;
import io.residua.schema.AlertLevel;
import io.residua.schema.AlertState;
import io.residua.schema.SourcePosition;
import java.time.Instant;

/** From what the alert policy says to the records on the alerts' topic. Immutable. */
final class AlertRecords {
  private final Detector detector;

  AlertRecords(Detector detector) {
    this.detector = detector;
  }

  Alert of(AlertMessage message) {
    Alert alert = new Alert();
    alert.setId(message.id());
    alert.setDetector(detector.name());
    alert.setModelVersion(detector.version());
    alert.setSource(position(message.position()));
    alert.setEventTime(Instant.ofEpochMilli(message.eventTime()));
    alert.setKey(message.key());
    alert.setScore(message.score());
    alert.setThreshold(detector.threshold());
    alert.setPValue(message.pValue());
    alert.setSeverity(message.severity());
    alert.setReason(message.reason());
    alert.setExplanation(message.explanation().stream().map(AlertRecords::line).toList());
    setEvent(alert, message);
    return alert;
  }

  private static void setEvent(Alert alert, AlertMessage message) {
    alert.setKind(AlertKind.valueOf(message.kind().name()));
    alert.setState(AlertState.valueOf(message.state().name()));
    alert.setLevel(AlertLevel.valueOf(message.level().name()));
    alert.setGroup(message.group());
    alert.setBegin(Instant.ofEpochMilli(message.begin()));
    alert.setPeak(Instant.ofEpochMilli(message.peak()));
    alert.setPeakSeverity(message.peakSeverity());
    if (message.end().isPresent()) {
      alert.setEnd(Instant.ofEpochMilli(message.end().getAsLong()));
    }
    alert.setAnomalies(message.anomalies());
  }

  private static SourcePosition position(RecordPosition at) {
    return new SourcePosition(at.topic(), at.partition(), at.offset());
  }

  private static io.residua.schema.FieldContribution line(FieldContribution line) {
    io.residua.schema.FieldContribution written = new io.residua.schema.FieldContribution();
    written.setField(line.field());
    written.setShare(line.share());
    written.setObserved(line.observed());
    written.setExpected(line.expected());
    written.setDirection(io.residua.schema.Direction.valueOf(line.direction().name()));
    written.setFeature(line.feature());
    written.setNormal(line.normal());
    return written;
  }
}
