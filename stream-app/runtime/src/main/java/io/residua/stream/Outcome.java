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
   * A record whose network is run together with others': its outcome comes with {@link
   * RecordProcessor#release}.
   */
  record Held() implements Outcome {
    static final Held HELD = new Held();
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
   * A scored record and what is written of it. Belongs to the last record processed, with all it
   * holds but the alerts: it is to be written before the next one, for which it is filled anew, as
   * an object for each record would be garbage.
   */
  final class Scored implements Outcome {
    private byte[] key;
    private boolean late;
    private Optional<ScoredRecord> score = Optional.empty();
    private Optional<LatentEmbedding> embedding = Optional.empty();
    private List<KeyedAlert> alerts = List.of();
    private Optional<Passed> onward = Optional.empty();

    Scored() {}

    /**
     * @param alerts unmodifiable
     */
    void fill(
        byte[] key,
        boolean late,
        Optional<ScoredRecord> score,
        Optional<LatentEmbedding> embedding,
        List<KeyedAlert> alerts,
        Optional<Passed> onward) {
      this.key = key;
      this.late = late;
      this.score = score;
      this.embedding = embedding;
      this.alerts = alerts;
      this.onward = onward;
    }

    /** Of the output records; null for none. */
    public byte[] key() {
      return key;
    }

    /** Whether it is older than the newest event of one of its keys. */
    public boolean late() {
      return late;
    }

    /** Empty where the definition's share of scores leaves it out. */
    public Optional<ScoredRecord> score() {
      return score;
    }

    /** Empty where the definition's share of embeddings leaves it out. */
    public Optional<LatentEmbedding> embedding() {
      return embedding;
    }

    /** That it causes, in this order. */
    public List<KeyedAlert> alerts() {
      return alerts;
    }

    /** To the place where alerts are kept, where that is another one. */
    public Optional<Passed> onward() {
      return onward;
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
