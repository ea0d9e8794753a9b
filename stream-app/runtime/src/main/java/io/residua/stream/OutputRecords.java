package io.residua.stream;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.Verdict;
import io.residua.detector.alert.AlertMessage;
import io.residua.detector.definition.OutputShare;
import io.residua.detector.definition.OutputSpec;
import io.residua.detector.event.Event;
import io.residua.detector.event.Rejection;
import io.residua.schema.LatentEmbedding;
import io.residua.schema.Reject;
import io.residua.schema.ScoredRecord;
import io.residua.schema.SourcePosition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.PrimitivesArrays;

/**
 * From the detector's words to the records on the output topics. One instance per thread: the two
 * records of every event are filled anew for the next one.
 */
final class OutputRecords {
  private static final Schema VECTOR = LatentEmbedding.getClassSchema().getField("vector").schema();

  private final Scorer scorer;
  private final Detector detector;
  private final OutputSpec shares;
  private final AlertRecords alerts;
  private final SourcePosition position = new SourcePosition();
  private final TimedScore score = new TimedScore();
  private final TimedEmbedding embedding = new TimedEmbedding();
  private final PrimitivesArrays.FloatArray vector;
  private final Optional<ScoredRecord> someScore = Optional.of(score);
  private final Optional<LatentEmbedding> someEmbedding = Optional.of(embedding);
  private final Outcome.Scored outcome = new Outcome.Scored();

  OutputRecords(Scorer scorer) {
    this.scorer = scorer;
    this.detector = scorer.detector();
    this.shares = detector.definition().outputs();
    this.alerts = new AlertRecords(detector);
    this.vector = vector(scorer.latent().length);
    score.setDetector(detector.name());
    score.setModelVersion(detector.version());
    score.setSource(position);
    score.setTotalFeatures(detector.model().features().width());
    embedding.setDetector(detector.name());
    embedding.setModelVersion(detector.version());
    embedding.setSource(position);
    embedding.setVector(vector);
  }

  /**
   * What is written of the event that the scorer scored last.
   *
   * @param onward to the place where alerts are kept
   */
  Outcome.Scored scored(
      SourceRecord record,
      Event event,
      boolean late,
      List<AlertMessage> messages,
      Optional<Outcome.Passed> onward) {
    Verdict verdict = scorer.verdict();
    fill(position, record);
    long time = time(record, event);
    boolean scores = writes(shares.scores(), record, verdict);
    if (scores) {
      fillScore(time, event.key(), late, verdict);
    }
    boolean embeddings = writes(shares.embeddings(), record, verdict);
    if (embeddings) {
      fillEmbedding(time, event.key());
    }
    outcome.fill(
        key(record, event),
        late,
        scores ? someScore : Optional.empty(),
        embeddings ? someEmbedding : Optional.empty(),
        alerts(messages),
        onward);
    return outcome;
  }

  List<Outcome.KeyedAlert> alerts(List<AlertMessage> messages) {
    return messages.isEmpty() ? List.of() : messages.stream().map(this::alert).toList();
  }

  private Outcome.KeyedAlert alert(AlertMessage message) {
    byte[] key =
        message.orderedBy().map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null);
    return new Outcome.KeyedAlert(key, alerts.of(message));
  }

  Outcome.Rejected rejected(SourceRecord record, Event event, Rejection rejection) {
    Reject reject = new Reject();
    reject.setDetector(detector.name());
    reject.setModelVersion(detector.version());
    reject.setSource(position(record));
    reject.setEventTime(Instant.ofEpochMilli(time(record, event)));
    reject.setReason(rejection.reason().name());
    reject.setDetail(rejection.detail());
    reject.setOriginalSize(record.value().length);
    reject.setOriginal(original(record.value()));
    boolean keyFits = record.key() == null || record.key().length <= RecordLimits.KEY_BYTES;
    return new Outcome.Rejected(keyFits ? record.key() : null, rejection.reason(), reject);
  }

  private void fillScore(long time, String key, boolean late, Verdict verdict) {
    score.setEventTime(time);
    score.setKey(key);
    score.setScore(verdict.score());
    score.setPValue(verdict.pValue());
    score.setSeverity(verdict.severity());
    score.setAnomaly(verdict.anomaly());
    score.setLate(late);
    score.setObservedFeatures(verdict.observedFeatures());
  }

  private void fillEmbedding(long time, String key) {
    embedding.setEventTime(time);
    embedding.setKey(key);
    float[] latent = scorer.latent();
    for (int i = 0; i < latent.length; i++) {
      vector.set(i, latent[i]);
    }
  }

  private static PrimitivesArrays.FloatArray vector(int length) {
    PrimitivesArrays.FloatArray vector = new PrimitivesArrays.FloatArray(length, VECTOR);
    for (int i = 0; i < length; i++) {
      vector.add(i, 0f);
    }
    return vector;
  }

  /** Anomalies are written wherever anything is; the others by their source offset. */
  private static boolean writes(OutputShare share, SourceRecord record, Verdict verdict) {
    return share.includes(record.offset())
        || (verdict.anomaly() && !share.equals(OutputShare.NONE));
  }

  private static SourcePosition position(SourceRecord record) {
    return fill(new SourcePosition(), record);
  }

  private static SourcePosition fill(SourcePosition position, SourceRecord record) {
    position.setTopic(record.topic());
    position.setPartition(record.partition());
    position.setOffset(record.offset());
    return position;
  }

  /** Event time of a record, in epoch milliseconds: its own, else its timestamp. */
  private static long time(SourceRecord record, Event event) {
    return event.time() == Event.NO_TIME ? record.timestamp() : event.time();
  }

  private static byte[] key(SourceRecord record, Event event) {
    if (event.layout().keyPath().isEmpty() || event.key() == null) {
      return record.key();
    }
    return KeyBytes.areOf(record.key(), event.key())
        ? record.key()
        : event.key().getBytes(StandardCharsets.UTF_8);
  }

  private static ByteBuffer original(byte[] value) {
    return ByteBuffer.wrap(value, 0, Math.min(value.length, RecordLimits.ORIGINAL_BYTES));
  }
}
