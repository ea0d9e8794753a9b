package io.residua.stream.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how long stores take to be restored from their topics, and from how much. Thread-safe. */
final class RestoreWatch implements StateRestoreListener {
  /** Time in which a store of a task was restored. */
  static final String TIME = "residua.state.restore.time";

  /** Changes that were read to restore stores. */
  static final String RECORDS = "residua.state.restored.records";

  private static final Logger LOG = LoggerFactory.getLogger(RestoreWatch.class);

  private final Map<TopicPartition, Long> begun = new ConcurrentHashMap<>();
  private final Timer time;
  private final Counter records;

  RestoreWatch(String detector, MeterRegistry meters) {
    this.time =
        Timer.builder(TIME)
            .description("Time in which a store of a task was restored")
            .tag("detector", detector)
            .register(meters);
    this.records =
        Counter.builder(RECORDS)
            .description("Changes read to restore stores")
            .tag("detector", detector)
            .register(meters);
  }

  @Override
  public void onRestoreStart(TopicPartition from, String store, long first, long end) {
    begun.put(from, System.nanoTime());
  }

  @Override
  public void onBatchRestored(TopicPartition from, String store, long last, long count) {
    records.increment(count);
  }

  @Override
  public void onRestoreEnd(TopicPartition from, String store, long count) {
    Long start = begun.remove(from);
    if (start == null) {
      return;
    }
    long nanos = System.nanoTime() - start;
    time.record(nanos, TimeUnit.NANOSECONDS);
    LOG.info(
        "State restored: store={} partition={} records={} millis={}",
        store,
        from.partition(),
        count,
        TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  /** What the store restored so far counts; where the partition is taken away, nothing ends. */
  @Override
  public void onRestoreSuspended(TopicPartition from, String store, long count) {
    begun.remove(from);
  }
}
