package io.residua.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.residua.detector.Detector;
import io.residua.detector.event.RejectReason;
import io.residua.detector.fixture.Fixtures;
import io.residua.schema.Alert;
import io.residua.schema.LatentEmbedding;
import io.residua.schema.Reject;
import io.residua.schema.ScoredRecord;
import io.residua.schema.wire.RecordDecoder;
import io.residua.schema.wire.RecordEncoder;
import io.residua.schema.wire.SchemaRegistry;
import io.residua.schema.wire.SchemaRegistryException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordProcessorTest {
  @Test
  void scoresANormalRecordWithoutAlert() {
    Payments payments = Payments.standard();

    Outcome.Scored scored = scored(payments.process(7, null, Payments.utf8(Payments.NORMAL)));

    assertThat(scored.alerts()).isEmpty();
    ScoredRecord score = scored.score().orElseThrow();
    assertThat(score.getDetector()).isEqualTo("small");
    assertThat(score.getModelVersion()).isEqualTo(3);
    assertThat(score.getSource().getTopic()).isEqualTo("payments");
    assertThat(score.getSource().getPartition()).isEqualTo(2);
    assertThat(score.getSource().getOffset()).isEqualTo(7);
    assertThat(score.getEventTime()).isEqualTo(Instant.ofEpochMilli(Fixtures.FIRST_TIME));
    assertThat(score.getKey()).isEqualTo("card-1");
    assertThat(score.getAnomaly()).isFalse();
    assertThat(score.getPValue()).isGreaterThan(0.01);
    assertThat(score.getObservedFeatures()).isEqualTo(4);
    assertThat(score.getTotalFeatures()).isEqualTo(4);
    assertThat(scored.embedding().orElseThrow().getVector()).hasSize(2);
  }

  @Test
  void alertsOnAStrangeRecordAndSaysWhy() {
    Payments payments = Payments.standard();

    Outcome.Scored scored = scored(payments.process(7, null, Payments.utf8(Payments.STRANGE)));

    Alert alert = scored.alerts().get(0).alert();
    ScoredRecord score = scored.score().orElseThrow();
    assertThat(alert.getId()).isEqualTo("small/payments/2/7");
    assertThat(alert.getScore()).isEqualTo(score.getScore()).isGreaterThan(alert.getThreshold());
    assertThat(alert.getPValue()).isEqualTo(score.getPValue()).isLessThanOrEqualTo(0.01);
    assertThat(alert.getSeverity()).isEqualTo(score.getSeverity());
    assertThat(alert.getReason()).startsWith("amount 4,000 is high: normal below 70 (");
    assertThat(alert.getExplanation().get(0).getField()).isEqualTo("amount");
    assertThat(alert.getExplanation().get(0).getObserved()).isEqualTo("4000");
    assertThat(alert.getExplanation().get(0).getFeature()).isNull();
    assertThat(alert.getExplanation().get(0).getNormal()).isEqualTo("below 70");
    assertThat(score.getAnomaly()).isTrue();
    assertThat(payments.accounting.totals()).isEqualTo(new Accounting.Totals(1, 1, 0, 0, 1));
  }

  @Test
  void filtersATombstone() {
    Payments payments = Payments.standard();

    Outcome outcome = payments.process(0, Payments.utf8("card-1"), null);

    assertThat(outcome).isInstanceOf(Outcome.Filtered.class);
    assertThat(payments.accounting.totals()).isEqualTo(new Accounting.Totals(1, 0, 0, 1, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"card": "c", "at": 1767225600000, "am     | MALFORMED
          [1, 2]                         | NOT_AN_OBJECT
          {"at": 1767225600000, "amount": 1}         | MISSING_KEY
          {"card": "c", "amount": 1}     | MISSING_TIME
          {"card": "c", "at": 1767225600000}         | NOTHING_OBSERVED
          {"card": "c", "at": 1767225600000, "amount": [1]} | WRONG_TYPE
          """)
  void rejectsWhatItCannotScoreWithReasonAndOriginal(String value, RejectReason reason) {
    Payments payments = Payments.standard();
    byte[] key = Payments.utf8("source key");

    Outcome.Rejected rejected = rejected(payments.process(9, key, Payments.utf8(value)));

    Reject reject = rejected.reject();
    assertThat(reject.getReason()).isEqualTo(reason.name());
    assertThat(reject.getDetail()).isNotBlank();
    assertThat(reject.getSource().getOffset()).isEqualTo(9);
    assertThat(reject.getOriginal().array()).isEqualTo(Payments.utf8(value));
    assertThat(reject.getOriginalSize()).isEqualTo(value.length());
    assertThat(rejected.key()).isEqualTo(key);
    assertThat(payments.accounting.totals()).isEqualTo(new Accounting.Totals(1, 0, 1, 0, 0));
  }

  @Test
  void rejectsAValueThatIsTooLargeAndKeepsItsBeginning() {
    Payments payments = Payments.limited(RecordLimits.ORIGINAL_BYTES);
    byte[] large = new byte[RecordLimits.ORIGINAL_BYTES + 1];

    Reject reject = rejected(payments.process(0, null, large)).reject();

    assertThat(reject.getReason()).isEqualTo("TOO_LARGE");
    assertThat(reject.getOriginalSize()).isEqualTo(large.length);
    assertThat(reject.getOriginal().remaining()).isEqualTo(RecordLimits.ORIGINAL_BYTES);
  }

  @Test
  void rejectsASourceKeyThatIsTooLargeAndLeavesItOut() {
    Payments payments = Payments.standard();
    byte[] key = new byte[RecordLimits.KEY_BYTES + 1];

    Outcome.Rejected rejected = rejected(payments.process(0, key, Payments.utf8(Payments.NORMAL)));

    assertThat(rejected.reject().getDetail())
        .isEqualTo("expected a key of at most 16384 bytes, found 16385");
    assertThat(rejected.key()).isNull();
  }

  @Test
  void rejectsAnEventKeyThatIsTooLarge() {
    Payments payments = Payments.standard();
    String key = "k".repeat(RecordLimits.KEY_BYTES + 1);

    Outcome.Rejected rejected = rejected(payments.process(Payments.NORMAL.replace("card-1", key)));

    assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE);
  }

  @Test
  void writesASmallAlertOfALargeRecord() {
    Payments payments = Payments.standard();
    String category = "x".repeat(1 << 20);

    Alert alert =
        scored(payments.process(Payments.NORMAL.replace("food", category))).alerts().get(0).alert();

    assertThat(RecordEncoder.json().encode(alert)).hasSizeLessThan(2000);
  }

  @Test
  void usesTheFieldsKeyForOutputs() {
    Outcome.Scored scored =
        scored(
            Payments.standard()
                .process(0, Payments.utf8("source key"), Payments.utf8(Payments.NORMAL)));

    assertThat(scored.key()).isEqualTo(Payments.utf8("card-1"));
    assertThat(scored.score().orElseThrow().getKey()).isEqualTo("card-1");
  }

  @Test
  void usesTheSourcesKeyAndTimeWhereTheDefinitionNamesNone() {
    byte[] key = {'k', (byte) 0xFF};

    Outcome.Scored scored =
        scored(
            Payments.of(Payments.withoutKeyAndTime())
                .process(0, key, Payments.utf8(Payments.NORMAL)));

    assertThat(scored.key()).isEqualTo(key);
    assertThat(scored.score().orElseThrow().getKey()).isEqualTo("k\uFFFD");
    assertThat(scored.score().orElseThrow().getEventTime()).isEqualTo(Instant.ofEpochMilli(1000));
  }

  @Test
  void writesTheEventTimeInEveryEncoding() throws Exception {
    Outcome.Scored scored = scored(Payments.standard().process(Payments.NORMAL));
    ScoredRecord score = scored.score().orElseThrow();
    LatentEmbedding embedding = scored.embedding().orElseThrow();

    Instant time = score.getEventTime();
    assertThat(time).isAfter(Instant.EPOCH);
    for (SpecificRecord record : List.of(score, embedding)) {
      assertThat(record.get(record.getSchema().getField("event_time").pos())).isEqualTo(time);
      String json = new String(RecordEncoder.json().encode(record), StandardCharsets.UTF_8);
      assertThat(json).contains("\"event_time\":" + time.toEpochMilli());
    }
    byte[] bytes = RecordEncoder.avro("payments.scores", Optional.empty()).encode(score);
    ScoredRecord read = new RecordDecoder<>(ScoredRecord.class, Optional.empty()).decode(bytes);
    assertThat(read.getEventTime()).isEqualTo(time);
  }

  @Test
  void hasNoKeyWhereNobodyNamesOne() {
    Outcome.Scored scored =
        scored(Payments.of(Payments.withoutKeyAndTime()).process(Payments.NORMAL));

    assertThat(scored.key()).isNull();
    assertThat(scored.score().orElseThrow().getKey()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "all,      all,       0, false, true,  true",
    "none,     none,      0, false, false, false",
    "none,     none,      0, true,  false, false",
    "1 in 10,  1 in 3,    9, false, false, true",
    "1 in 10,  1 in 3,   10, false, true,  false",
    "1 in 10,  1 in 3,   11, true,  true,  true"
  })
  void samplesByOffsetAndAlwaysWritesAnomalies(
      String scores,
      String embeddings,
      long offset,
      boolean strange,
      boolean scoreWritten,
      boolean embeddingWritten) {
    Payments payments =
        Payments.of(
            Fixtures.DEFINITION
                + "outputs: { scores: %s, embeddings: %s }\n".formatted(scores, embeddings));

    Outcome.Scored scored =
        scored(
            payments.process(
                offset, null, Payments.utf8(strange ? Payments.STRANGE : Payments.NORMAL)));

    assertThat(scored.score().isPresent()).isEqualTo(scoreWritten);
    assertThat(scored.embedding().isPresent()).isEqualTo(embeddingWritten);
    assertThat(scored.alerts()).hasSize(strange ? 1 : 0);
    assertThat(payments.accounting.totals().scored()).isEqualTo(1);
  }

  @Test
  void countsNothingWhenTheRegistryCannotBeAsked() {
    String definition = Fixtures.DEFINITION.replace("format: json", "format: avro");
    Detector detector = new Detector(Fixtures.smallModel(Fixtures.definition(definition), 1));
    Accounting accounting = new Accounting(detector, new SimpleMeterRegistry());
    RecordProcessor processor =
        new RecordProcessor(
            detector,
            Route.of(detector).get(0),
            new Task(0, 3, name -> new MemoryStates()),
            RecordLimits.defaults(),
            Optional.of(new DownRegistry()),
            accounting);
    SourceRecord framed =
        new SourceRecord("payments", 0, 0, 0, null, new byte[] {0, 0, 0, 0, 1, 2});

    assertThatThrownBy(() -> processor.process(framed)).isInstanceOf(SchemaRegistryException.class);

    assertThat(accounting.totals()).isEqualTo(new Accounting.Totals(0, 0, 0, 0, 0));
  }

  @Test
  void rejectsTheRecordWhereTheDetectorItselfFails() {
    Payments payments = Payments.standard();
    RecordProcessor processor =
        new RecordProcessor(
            payments.detector,
            Route.of(payments.detector).get(0),
            new Task(0, 3, name -> new MemoryStates()),
            new EventReader(
                (value, into) -> {
                  into.setKey("half");
                  throw new IllegalStateException("a defect");
                },
                RecordLimits.defaults()),
            payments.accounting);
    byte[] value = {1, 2, 3};

    Outcome.Rejected rejected =
        rejected(processor.process(new SourceRecord("payments", 0, 0, 1000, null, value)));

    assertThat(rejected.reason()).isEqualTo(RejectReason.INTERNAL_ERROR);
    assertThat(rejected.reject().getDetail())
        .isEqualTo("scoring failed: java.lang.IllegalStateException");
    assertThat(rejected.reject().getOriginal().array()).isEqualTo(value);
    assertThat(payments.accounting.totals()).isEqualTo(new Accounting.Totals(1, 0, 1, 0, 0));
  }

  private static Outcome.Scored scored(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Scored.class);
    return (Outcome.Scored) outcome;
  }

  private static Outcome.Rejected rejected(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    return (Outcome.Rejected) outcome;
  }

  private static final class DownRegistry implements SchemaRegistry {
    @Override
    public int register(String subject, Schema schema) {
      throw new SchemaRegistryException("down");
    }

    @Override
    public Optional<Schema> byId(int id) {
      throw new SchemaRegistryException("down");
    }
  }
}
