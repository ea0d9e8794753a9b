package io.residua.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.residua.detector.alert.AlertInput;
import io.residua.detector.alert.FieldContribution;
import io.residua.detector.alert.RecordPosition;
import java.io.IOException;
import java.util.List;

/**
 * A scored record on its way to the place where alerts are kept, as JSON: few records need it, and
 * what it says of fields may grow without a new version.
 */
record AlertPassage(
    RecordPosition position,
    long eventTime,
    long receivedAt,
    String key,
    String group,
    boolean anomaly,
    double score,
    double pValue,
    int severity,
    List<FieldContribution> explanation) {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  static byte[] write(AlertInput input) {
    List<FieldContribution> lines =
        input.anomaly() ? input.explanation().apply(Integer.MAX_VALUE) : List.of();
    try {
      return JSON.writeValueAsBytes(
          new AlertPassage(
              input.position(),
              input.eventTime(),
              input.receivedAt(),
              input.key(),
              input.group(),
              input.anomaly(),
              input.score(),
              input.pValue(),
              input.severity(),
              lines));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws UnreadablePassageException when the bytes are not such a record
   */
  static AlertInput read(byte[] message) throws UnreadablePassageException {
    try {
      return JSON.readValue(message, AlertPassage.class).input();
    } catch (IOException | RuntimeException e) {
      throw new UnreadablePassageException("expected a scored record: " + e.getClass().getName());
    }
  }

  private AlertInput input() {
    return new AlertInput(
        position,
        eventTime,
        receivedAt,
        key,
        group,
        anomaly,
        score,
        pValue,
        severity,
        most -> explanation.subList(0, Math.min(most, explanation.size())));
  }
}
