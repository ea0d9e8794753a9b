package io.residua.stream.kafka;

import io.residua.detector.Detector;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams for a job: exactly once, tuned for throughput, the user's last. */
public final class StreamsProperties {
  /**
   * A state that changes several times between two commits is written once. A reader of committed
   * records sees them this much later; Kafka's own interval under exactly once is 100 ms.
   */
  private static final long KEYED_COMMIT_MILLIS = 500;

  private StreamsProperties() {}

  /** The settings of a detector's job. */
  public static Properties of(Detector detector, JobSettings settings) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId(detector.name()));
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    // There is no global thread; without this, Kafka warns about it at every start.
    properties.put("processing.exception.handler.global.enabled", true);
    consumer(properties);
    producer(properties);
    state(properties, settings.state());
    if (!detector.history().isEmpty()) {
      properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, KEYED_COMMIT_MILLIS);
    }
    properties.putAll(settings.kafka().values());
    return properties;
  }

  private static void consumer(Properties properties) {
    // A job killed and started again waits until its former self has timed out: 45 s by default.
    main(properties, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    main(properties, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    // Bounds what one thread holds at a time; the default of 50 MiB is too much for a small heap.
    main(properties, ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 << 20);
    main(properties, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
  }

  /**
   * Outputs are small and many. Batches fill up to a commit (100 ms under exactly once, which
   * flushes them anyway), and compress well: every record repeats the detector and the topic.
   */
  private static void producer(Properties properties) {
    producer(properties, ProducerConfig.LINGER_MS_CONFIG, 20);
    producer(properties, ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
    producer(properties, ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
  }

  private static void state(Properties properties, StateSettings state) {
    properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, state.standbyReplicas());
    // Our stores have a cache of their own.
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    properties.put(BoundedRocksDb.MEBIBYTES, state.rocksDbMebibytes());
  }

  private static void main(Properties properties, String name, Object value) {
    properties.put(StreamsConfig.mainConsumerPrefix(name), value);
  }

  private static void producer(Properties properties, String name, Object value) {
    properties.put(StreamsConfig.producerPrefix(name), value);
  }
}
