package io.residua.stream;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.residua.detector.Detector;
import io.residua.detector.definition.AlertSpec;
import io.residua.detector.definition.SuppressionRule;
import io.residua.detector.event.RejectReason;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Counts what became of the records: in = scored + rejected + filtered.
 *
 * <p>Counts are of this process since it started. A transaction that is aborted (a broker lost, a
 * partition moved) is processed again and then counted again, so that under exactly-once the counts
 * may exceed the outputs; the outputs themselves are exact.
 *
 * <p>Thread-safe; counting is a few nanoseconds and never contended.
 */
public final class Accounting {
  /** Every record read. */
  public static final String RECEIVED = "residua.records.received";

  /** Records, with the tag {@code outcome}: scored, rejected or filtered. */
  public static final String RECORDS = "residua.records";

  /** Rejected records, with the tag {@code reason}: a {@link RejectReason}. */
  public static final String REJECTS = "residua.rejects";

  /** Records scored that are older than the newest event of one of their keys. */
  public static final String LATE = "residua.records.late";

  /** Records whose Kafka key is not the event's key, on an input that is trusted to be so keyed. */
  public static final String MISPLACED = "residua.records.misplaced";

  /** Alerts written: each that opens, goes on or closes an event. */
  public static final String ALERTS = "residua.alerts";

  /** Alerts that the budget allows, were all the scored records normal. */
  public static final String ALLOWED = "residua.alerts.allowed";

  /** Anomalies that were not told, with the tag {@code rule}. */
  public static final String SUPPRESSED = "residua.alerts.suppressed";

  /** Idle keys whose states were forgotten. */
  public static final String FORGOTTEN = "residua.keys.forgotten";

  /** Time from a record's bytes to its output records. */
  public static final String SCORING_TIME = "residua.scoring.time";

  /** The version of the model that scores. */
  public static final String MODEL_VERSION = "residua.model.version";

  private static final Duration[] BUCKETS = {
    Duration.ofNanos(2_000),
    Duration.ofNanos(5_000),
    Duration.ofNanos(10_000),
    Duration.ofNanos(20_000),
    Duration.ofNanos(50_000),
    Duration.ofNanos(100_000),
    Duration.ofNanos(1_000_000),
    Duration.ofNanos(10_000_000),
    Duration.ofNanos(100_000_000)
  };

  private final LongAdder received = new LongAdder();
  private final LongAdder scored = new LongAdder();
  private final LongAdder filtered = new LongAdder();
  private final LongAdder alerts = new LongAdder();
  private final DoubleAdder allowed = new DoubleAdder();
  private final LongAdder late = new LongAdder();
  private final LongAdder misplaced = new LongAdder();
  private final LongAdder forgotten = new LongAdder();
  private final Map<String, LongAdder> suppressed = new HashMap<>();
  private final Map<RejectReason, LongAdder> rejects = new EnumMap<>(RejectReason.class);
  private final Timer scoringTime;

  /** Counts for a detector, shown by the registry. */
  public Accounting(Detector detector, MeterRegistry registry) {
    Tags tags = Tags.of("detector", detector.name());
    counter(registry, RECEIVED, "Records read", tags, received);
    records(registry, tags, "scored", scored);
    records(registry, tags, "filtered", filtered);
    for (RejectReason reason : RejectReason.values()) {
      LongAdder count = new LongAdder();
      rejects.put(reason, count);
      counter(
          registry,
          REJECTS,
          "Rejected records by reason",
          tags.and("reason", reason.name()),
          count);
    }
    FunctionCounter.builder(RECORDS, this, Accounting::rejected)
        .description("Records by outcome")
        .tags(tags.and("outcome", "rejected"))
        .register(registry);
    FunctionCounter.builder(ALLOWED, allowed, DoubleAdder::sum)
        .description("Alerts that the budget allows")
        .tags(tags)
        .register(registry);
    counter(registry, ALERTS, "Alerts written", tags, alerts);
    counter(registry, LATE, "Records older than their key's newest", tags, late);
    counter(registry, MISPLACED, "Records whose Kafka key is not the event's", tags, misplaced);
    counter(registry, FORGOTTEN, "Idle keys whose states were forgotten", tags, forgotten);
    suppressions(registry, tags, detector.definition().alerts());
    scoringTime =
        Timer.builder(SCORING_TIME)
            .description("Time from a record's bytes to its output records")
            .tags(tags)
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    Gauge.builder(MODEL_VERSION, detector, Detector::version)
        .description("Version of the model that scores")
        .tags(tags)
        .register(registry);
  }

  private void suppressions(MeterRegistry registry, Tags tags, AlertSpec alerts) {
    Stream.concat(
            Stream.of("consecutive", "cooldown", "flapping"),
            alerts.suppress().stream().map(SuppressionRule::name))
        .forEach(
            rule -> {
              LongAdder count = new LongAdder();
              suppressed.put(rule, count);
              String told = "Anomalies that were not told, by rule";
              counter(registry, SUPPRESSED, told, tags.and("rule", rule), count);
            });
  }

  void received() {
    received.increment();
  }

  /** A record received that will be given again. */
  void withdrawn() {
    received.decrement();
  }

  void became(Outcome outcome, long nanoseconds) {
    if (outcome instanceof Outcome.Passed || outcome instanceof Outcome.Held) {
      return;
    }
    if (outcome instanceof Outcome.Filtered) {
      filtered.increment();
    } else if (outcome instanceof Outcome.Told told) {
      alerts.add(told.alerts().size());
    } else if (outcome instanceof Outcome.Scored record) {
      scoringTime.record(nanoseconds, TimeUnit.NANOSECONDS);
      scored.increment();
      alerts.add(record.alerts().size());
      late.add(record.late() ? 1 : 0);
    } else if (outcome instanceof Outcome.Rejected record) {
      scoringTime.record(nanoseconds, TimeUnit.NANOSECONDS);
      rejects.get(record.reason()).increment();
    }
  }

  /**
   * A record was scored.
   *
   * @param significance with which it would have alerted, had it been normal
   */
  void allowed(double significance) {
    allowed.add(significance);
  }

  /**
   * An anomaly that was not told.
   *
   * @param rule of the definition, or one of the policy's own
   */
  void suppressed(String rule) {
    LongAdder count = suppressed.get(rule);
    if (count != null) {
      count.increment();
    }
  }

  void misplaced() {
    misplaced.increment();
  }

  void forgotten(int keys) {
    forgotten.add(keys);
  }

  public Totals totals() {
    return new Totals(received.sum(), scored.sum(), rejected(), filtered.sum(), alerts.sum());
  }

  private long rejected() {
    return rejects.values().stream().mapToLong(LongAdder::sum).sum();
  }

  private static void records(MeterRegistry registry, Tags tags, String outcome, LongAdder count) {
    counter(registry, RECORDS, "Records by outcome", tags.and("outcome", outcome), count);
  }

  private static void counter(
      MeterRegistry registry, String name, String description, Tags tags, LongAdder count) {
    FunctionCounter.builder(name, count, LongAdder::sum)
        .description(description)
        .tags(tags)
        .register(registry);
  }

  /**
   * Counts at one moment; consistent once the job stands still.
   *
   * @param in every record read
   * @param scored records with a score
   * @param rejected records set aside
   * @param filtered tombstones
   * @param alerts messages about events that open, go on or close
   */
  public record Totals(long in, long scored, long rejected, long filtered, long alerts) {}
}
