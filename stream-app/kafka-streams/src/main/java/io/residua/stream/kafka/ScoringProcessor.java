package io.residua.stream.kafka;

import io.residua.schema.wire.RecordEncoder;
import io.residua.stream.Outcome;
import io.residua.stream.OutputTopic;
import io.residua.stream.RecordProcessor;
import io.residua.stream.SourceRecord;
import io.residua.stream.StateAccessException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** One task at one place: processes a record and writes what became of it. */
final class ScoringProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final PlaceNodes nodes;
  private final Map<OutputTopic, RecordEncoder> encoders;
  private final PlaceNodes.TaskFactory task;
  private ProcessorContext<byte[], byte[]> context;
  private RecordProcessor records;

  ScoringProcessor(
      PlaceNodes nodes, Map<OutputTopic, RecordEncoder> encoders, PlaceNodes.TaskFactory task) {
    this.nodes = nodes;
    this.encoders = encoders;
    this.task = task;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.records =
        task.create(
            context.taskId().partition(), name -> context.<CachedStates>getStateStore(name));
    if (records.holds()) {
      context.<CommitHook>getStateStore(CommitHook.NAME).beforeCommit(this::release);
    }
    if (nodes.keepsStates()) {
      context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    SourceRecord source =
        new SourceRecord(
            at.topic(),
            at.partition(),
            at.offset(),
            record.timestamp(),
            record.key(),
            record.value());
    write(outcome(source), record.timestamp());
    if (records.isFull()) {
      release();
    }
  }

  private Outcome outcome(SourceRecord source) {
    try {
      return nodes.isFirst() ? records.process(source) : records.resume(source);
    } catch (StateAccessException e) {
      throw e.getCause();
    }
  }

  /** Writes of the records that are held, in the transaction in which they were read. */
  private void release() {
    try {
      records.release((source, outcome) -> write(outcome, source.timestamp()));
    } catch (StateAccessException e) {
      throw e.getCause();
    }
  }

  private void tick(long wallClock) {
    release();
    try {
      write(records.tick(wallClock), wallClock);
    } catch (StateAccessException e) {
      throw e.getCause();
    }
  }

  private void write(Outcome outcome, long time) {
    if (outcome instanceof Outcome.Scored scored) {
      scored.score().ifPresent(it -> write(OutputTopic.SCORES, scored.key(), it, time));
      scored.embedding().ifPresent(it -> write(OutputTopic.EMBEDDINGS, scored.key(), it, time));
      writeAlerts(scored.alerts(), time);
      scored.onward().ifPresent(it -> pass(it, time));
    } else if (outcome instanceof Outcome.Rejected rejected) {
      write(OutputTopic.REJECTS, rejected.key(), rejected.reject(), time);
    } else if (outcome instanceof Outcome.Passed passed) {
      pass(passed, time);
    } else if (outcome instanceof Outcome.Told told) {
      writeAlerts(told.alerts(), time);
    }
  }

  private void writeAlerts(List<Outcome.KeyedAlert> alerts, long time) {
    // By number: nearly all records have none, and an iterator is garbage.
    for (int i = 0; i < alerts.size(); i++) {
      Outcome.KeyedAlert alert = alerts.get(i);
      write(OutputTopic.ALERTS, alert.key(), alert.alert(), time);
    }
  }

  private void write(OutputTopic output, byte[] key, SpecificRecord value, long time) {
    forward(key, encoders.get(output).encode(value), time, nodes.sink(output));
  }

  private void pass(Outcome.Passed passed, long time) {
    forward(passed.key(), passed.message(), time, nodes.onward());
  }

  /** The source's headers stay behind: their size is not ours to answer for. */
  private void forward(byte[] key, byte[] value, long time, String node) {
    long timestamp = RecordTime.written(time, System.currentTimeMillis());
    context.forward(new Record<>(key, value, timestamp), node);
  }
}
