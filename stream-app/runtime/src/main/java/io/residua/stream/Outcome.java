package io.residua.stream;

import io.residua.detector.event.RejectReason;
import io.residua.schema.Alert;
import io.residua.schema.LatentEmbedding;
import io.residua.schema.Reject;
import io.residua.schema.ScoredRecord;
import java.util.Optional;

/** What became of one record: exactly one of these, and each is counted. */
public sealed interface Outcome {

  /** A tombstone: there is nothing to score. */
  record Filtered() implements Outcome {
    static final Filtered TOMBSTONE = new Filtered();
  }

  /**
   * A record that could not be scored.
   *
   * @param key of the output record; null for none
   * @param reason why, as the record says it too
   * @param reject what is written
   */
  record Rejected(byte[] key, RejectReason reason, Reject reject) implements Outcome {}

  /**
   * A scored record and what is written of it.
   *
   * @param key of the output records; null for none
   * @param score empty where the definition's share of scores leaves it out
   * @param embedding empty where the definition's share of embeddings leaves it out
   * @param alert present where the record is an anomaly
   */
  record Scored(
      byte[] key,
      Optional<ScoredRecord> score,
      Optional<LatentEmbedding> embedding,
      Optional<Alert> alert)
      implements Outcome {}
}
