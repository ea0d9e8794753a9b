package io.residua.stream.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Kafka's timestamps of records read and written. They say when a record passed; when it happened
 * is the event time inside it.
 */
final class RecordTime implements TimestampExtractor {

  /**
   * The record's own timestamp. One without (an old client's -1) gets the newest of its partition:
   * Kafka Streams would drop it uncounted.
   */
  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return record.timestamp() >= 0 ? record.timestamp() : Math.max(0, partitionTime);
  }

  /**
   * The timestamp of an output: its source record's, but not in the future. A broker refuses
   * records from beyond its clock, and a source topic may be more generous than an output topic.
   */
  static long written(long source, long now) {
    return Math.min(source, now);
  }
}
