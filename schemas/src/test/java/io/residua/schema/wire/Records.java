package io.residua.schema.wire;

import io.residua.schema.Alert;
import io.residua.schema.AlertKind;
import io.residua.schema.AlertLevel;
import io.residua.schema.AlertState;
import io.residua.schema.Direction;
import io.residua.schema.FieldContribution;
import io.residua.schema.LatentEmbedding;
import io.residua.schema.Reject;
import io.residua.schema.SourcePosition;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Records to encode. */
final class Records {
  private static final Instant TIME = Instant.ofEpochMilli(1_700_000_000_123L);

  private Records() {}

  static Alert alert() {
    return Alert.newBuilder()
        .setId("cards-7")
        .setDetector("cards")
        .setModelVersion(3)
        .setSource(source())
        .setEventTime(TIME)
        .setKey("card-1")
        .setScore(12.5)
        .setThreshold(4.25)
        .setPValue(1e-6)
        .setSeverity(80)
        .setReason("amount is unusually high")
        .setExplanation(
            List.of(
                new FieldContribution(
                    "amount", 0.75, "900", "12.5", Direction.HIGH, null, "below 40"),
                new FieldContribution("country", 0.25, null, null, Direction.UNKNOWN, null, null)))
        .setKind(AlertKind.ANOMALY)
        .setState(AlertState.CLOSED)
        .setLevel(AlertLevel.HIGH)
        .setGroup("eu")
        .setBegin(TIME.minusMillis(123))
        .setPeak(TIME)
        .setPeakSeverity(80)
        .setEnd(TIME)
        .setAnomalies(3)
        .build();
  }

  static Reject reject(byte[] original) {
    return Reject.newBuilder()
        .setDetector("cards")
        .setModelVersion(3)
        .setSource(source())
        .setEventTime(TIME)
        .setReason("MALFORMED")
        .setDetail("broken JSON")
        .setOriginalSize(original.length)
        .setOriginal(ByteBuffer.wrap(original))
        .build();
  }

  static LatentEmbedding embedding(Float... vector) {
    return LatentEmbedding.newBuilder()
        .setDetector("cards")
        .setModelVersion(3)
        .setSource(source())
        .setEventTime(TIME)
        .setVector(List.of(vector))
        .build();
  }

  static SourcePosition source() {
    return new SourcePosition("transactions", 2, 41L);
  }
}
