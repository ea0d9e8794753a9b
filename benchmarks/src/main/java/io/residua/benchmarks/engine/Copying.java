package io.residua.benchmarks.engine;

import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Passes copies of each record's bytes on, one to each sink, as the job addresses its own. */
final class Copying implements Processor<byte[], byte[], byte[], byte[]> {
  private final List<String> sinks;
  private ProcessorContext<byte[], byte[]> context;

  Copying(List<String> sinks) {
    this.sinks = sinks;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    for (String sink : sinks) {
      byte[] copy = record.value().clone();
      context.forward(new Record<>(record.key(), copy, record.timestamp()), sink);
    }
  }
}
