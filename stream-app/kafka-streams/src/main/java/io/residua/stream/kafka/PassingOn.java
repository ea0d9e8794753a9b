package io.residua.stream.kafka;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Passes records on as they are. */
final class PassingOn extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  @Override
  public void process(Record<byte[], byte[]> record) {
    context().forward(record);
  }
}
