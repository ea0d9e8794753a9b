package io.residua.benchmarks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.residua.detector.Detector;
import io.residua.schema.wire.RecordEncoder;
import io.residua.stream.Accounting;
import io.residua.stream.Outcome;
import io.residua.stream.OutputTopic;
import io.residua.stream.Place;
import io.residua.stream.RecordLimits;
import io.residua.stream.RecordProcessor;
import io.residua.stream.Route;
import io.residua.stream.SourceRecord;
import io.residua.stream.Task;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The whole of what a job does with a record between Kafka's consumer and its producer, on one
 * thread: bytes of thirty numbers in; bytes of a score, an embedding and, where it is an anomaly,
 * an alert out. The bytes written are what {@code bytes} counts; what is allocated beyond them is
 * ours to answer for.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecordBenchmark {
  private static final int RECORDS = 1024;
  private static final int HOSTS = 100;

  @Param({"avro", "json"})
  public String format;

  private RecordProcessor processor;
  private RecordEncoder scores;
  private RecordEncoder embeddings;
  private RecordEncoder alerts;
  private SourceRecord[] records;
  private int next;

  /** Bytes of the outputs, which somebody has to allocate. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Written {
    public long bytes;
  }

  public static void main(String[] arguments) throws Exception {
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .include(RecordBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .build())
        .run();
  }

  @Setup
  public void prepare() {
    Detector detector = ThirtyFeatures.detector("readings", format, "{}");
    Place place = Route.of(detector).get(0);
    processor =
        new RecordProcessor(
            detector,
            place,
            new Task(0, 1, name -> new HeapStates()),
            RecordLimits.defaults(),
            Optional.empty(),
            new Accounting(detector, new SimpleMeterRegistry()));
    scores = encoder(OutputTopic.SCORES, detector);
    embeddings = encoder(OutputTopic.EMBEDDINGS, detector);
    alerts = encoder(OutputTopic.ALERTS, detector);
    Random random = new Random(ThirtyFeatures.SEED);
    records = new SourceRecord[RECORDS];
    for (int i = 0; i < RECORDS; i++) {
      records[i] = record(i, ThirtyFeatures.values(random));
    }
  }

  /**
   * One record.
   *
   * @return bytes written
   */
  @Benchmark
  public int record(Written written, Blackhole sink) {
    SourceRecord record = records[next];
    next = (next + 1) % RECORDS;
    if (!(processor.process(record) instanceof Outcome.Scored scored)) {
      throw new IllegalStateException("a record was not scored");
    }
    byte[] score = scores.encode(scored.score().orElseThrow());
    byte[] embedding = embeddings.encode(scored.embedding().orElseThrow());
    int bytes = score.length + embedding.length;
    sink.consume(score);
    sink.consume(embedding);
    for (int i = 0; i < scored.alerts().size(); i++) {
      byte[] told = alerts.encode(scored.alerts().get(i).alert());
      bytes += told.length;
      sink.consume(told);
    }
    written.bytes += bytes;
    return bytes;
  }

  private SourceRecord record(int number, double[] values) {
    String host = "host-" + number % HOSTS;
    byte[] value =
        format.equals("avro")
            ? RecordBytes.avro(host, number, values)
            : RecordBytes.json(host, number, values);
    byte[] key = host.getBytes(StandardCharsets.UTF_8);
    return new SourceRecord("readings", 0, number, 0, key, value);
  }

  private static RecordEncoder encoder(OutputTopic output, Detector detector) {
    return RecordEncoder.avro(output.of(detector.name()), Optional.empty());
  }
}
