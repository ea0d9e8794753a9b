package io.residua.stream;

import io.residua.detector.event.RejectReason;
import io.residua.schema.Alert;
import io.residua.schema.LatentEmbedding;
import io.residua.schema.Reject;
import io.residua.schema.ScoredRecord;
import java.util.List;
import java.util.Optional;

/** What became of one record at one place: exactly one of these. */
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
   * A record that goes on to the next place, where it is scored or goes on again. It is not counted
   * yet.
   *
   * @param key by what records come together there
   * @param message what the next place is given
   */
  record Passed(byte[] key, byte[] message) implements Outcome {}

  /**
   * A scored record and what is written of it. Score and embedding belong to the last record
   * processed: they are to be encoded before the next one.
   *
   * @param key of the output records; null for none
   * @param late whether it is older than the newest event of one of its keys
   * @param score empty where the definition's share of scores leaves it out
   * @param embedding empty where the definition's share of embeddings leaves it out
   * @param alerts that it causes, in this order
   * @param onward to the place where alerts are kept, where that is another one
   */
  record Scored(
      byte[] key,
      boolean late,
      Optional<ScoredRecord> score,
      Optional<LatentEmbedding> embedding,
      List<KeyedAlert> alerts,
      Optional<Passed> onward)
      implements Outcome {
    public Scored {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * Alerts of a record that was scored at an earlier place, or of time that passed.
   *
   * @param alerts in this order
   */
  record Told(List<KeyedAlert> alerts) implements Outcome {
    public Told {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * An alert that is written.
   *
   * @param key of the output record, common to all about one event; null for none
   */
  record KeyedAlert(byte[] key, Alert alert) {}
}
