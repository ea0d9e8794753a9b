package io.residua.stream.kafka;

import io.residua.schema.wire.RecordEncoder;
import io.residua.stream.Outcome;
import io.residua.stream.OutputTopic;
import io.residua.stream.RecordProcessor;
import io.residua.stream.SourceRecord;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** One task of the topology: scores a record and writes what became of it. */
final class ScoringProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private final RecordProcessor records;
  private final Map<OutputTopic, RecordEncoder> encoders;
  private ProcessorContext<byte[], byte[]> context;

  ScoringProcessor(RecordProcessor records, Map<OutputTopic, RecordEncoder> encoders) {
    this.records = records;
    this.encoders = encoders;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    Outcome outcome =
        records.process(
            new SourceRecord(
                at.topic(),
                at.partition(),
                at.offset(),
                record.timestamp(),
                record.key(),
                record.value()));
    if (outcome instanceof Outcome.Scored scored) {
      scored.score().ifPresent(it -> write(OutputTopic.SCORES, scored.key(), it, record));
      scored.embedding().ifPresent(it -> write(OutputTopic.EMBEDDINGS, scored.key(), it, record));
      scored.alert().ifPresent(it -> write(OutputTopic.ALERTS, scored.key(), it, record));
    } else if (outcome instanceof Outcome.Rejected rejected) {
      write(OutputTopic.REJECTS, rejected.key(), rejected.reject(), record);
    }
  }

  /** The source's headers stay behind: their size is not ours to answer for. */
  private void write(
      OutputTopic output, byte[] key, SpecificRecord value, Record<byte[], byte[]> source) {
    byte[] encoded = encoders.get(output).encode(value);
    long timestamp = RecordTime.written(source.timestamp(), System.currentTimeMillis());
    context.forward(new Record<>(key, encoded, timestamp), output.name());
  }
}
