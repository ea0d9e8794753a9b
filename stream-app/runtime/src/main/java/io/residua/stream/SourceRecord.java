package io.residua.stream;

/**
 * One record as an engine read it. The arrays are the engine's own: read, never written.
 *
 * @param topic where it was read
 * @param partition from 0
 * @param offset in the partition
 * @param timestamp the record's own, in milliseconds since 1970 UTC
 * @param key null where the record has none
 * @param value null is a tombstone
 */
public record SourceRecord(
    String topic, int partition, long offset, long timestamp, byte[] key, byte[] value) {}
