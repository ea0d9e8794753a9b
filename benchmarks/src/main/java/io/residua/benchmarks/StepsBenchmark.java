package io.residua.benchmarks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.bundle.ModelPart;
import io.residua.detector.calibration.Severity;
import io.residua.detector.event.AvroEventDecoder;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventDecoder;
import io.residua.detector.event.JsonEventDecoder;
import io.residua.detector.event.WriterSchemas;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.network.NetworkRunner;
import io.residua.schema.LatentEmbedding;
import io.residua.schema.ScoredRecord;
import io.residua.schema.wire.RecordEncoder;
import io.residua.stream.Accounting;
import io.residua.stream.Outcome;
import io.residua.stream.OutputTopic;
import io.residua.stream.RecordLimits;
import io.residua.stream.RecordProcessor;
import io.residua.stream.Route;
import io.residua.stream.SourceRecord;
import io.residua.stream.Task;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The steps of a record with thirty numbers, each alone, on one thread: decode, features, network,
 * score, explain, encode. They do not add up to the whole record, which {@link RecordBenchmark}
 * measures: alone, each has the processor's caches and predictions for itself.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepsBenchmark {
  private static final String TOPIC = "readings";
  private static final int RECORDS = 1024;
  private static final int LINES = 5;
  private static final int MOST_BYTES = 1 << 20;

  private final byte[][] avro = new byte[RECORDS][];
  private final byte[][] json = new byte[RECORDS][];
  private final Event[] events = new Event[RECORDS];
  private final float[] input = new float[ThirtyFeatures.FIELDS];
  private final float[] reconstruction = new float[ThirtyFeatures.FIELDS];
  private final boolean[] observed = new boolean[ThirtyFeatures.FIELDS];
  private float[] latent;
  private EventDecoder avroDecoder;
  private EventDecoder jsonDecoder;
  private Event decoded;
  private FeaturePipeline features;
  private NetworkRunner runner;
  private ModelPart part;
  private Scorer scorer;
  private RecordEncoder scores;
  private RecordEncoder embeddings;
  private ScoredRecord score;
  private LatentEmbedding embedding;
  private int next;

  public static void main(String[] arguments) throws Exception {
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .include(StepsBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .build())
        .run();
  }

  @Setup
  public void prepare() {
    Detector detector = ThirtyFeatures.detector(TOPIC, "avro", "{}");
    Random random = new Random(ThirtyFeatures.SEED);
    for (int i = 0; i < RECORDS; i++) {
      double[] values = ThirtyFeatures.values(random);
      avro[i] = RecordBytes.avro("host-1", i, values);
      json[i] = RecordBytes.json("host-1", i, values);
      events[i] = new Event(detector.layout());
      ThirtyFeatures.fill(events[i], values);
    }
    prepareReading(detector);
    features = detector.model().features();
    part = detector.model().global();
    runner = new NetworkRunner(part.network());
    latent = new float[part.network().latentWidth()];
    scorer = detector.newScorer();
    scorer.score(events[0]);
    features();
    network();
    prepareWriting(detector);
  }

  private void prepareReading(Detector detector) {
    Schema schema = new Schema.Parser().parse(ThirtyFeatures.avroSchema());
    avroDecoder =
        new AvroEventDecoder(
            detector.layout(),
            WriterSchemas.of(Optional.empty(), List.of()),
            Optional.of(schema),
            MOST_BYTES);
    jsonDecoder = new JsonEventDecoder(detector.layout(), MOST_BYTES);
    decoded = new Event(detector.layout());
  }

  private void prepareWriting(Detector detector) {
    RecordProcessor processor =
        new RecordProcessor(
            detector,
            Route.of(detector).get(0),
            new Task(0, 1, name -> new HeapStates()),
            RecordLimits.defaults(),
            Optional.empty(),
            new Accounting(detector, new SimpleMeterRegistry()));
    if (!(processor.process(new SourceRecord(TOPIC, 0, 0, 0, null, avro[0]))
        instanceof Outcome.Scored scored)) {
      throw new IllegalStateException("a record was not scored");
    }
    score = scored.score().orElseThrow();
    embedding = scored.embedding().orElseThrow();
    scores = encoder(OutputTopic.SCORES, detector);
    embeddings = encoder(OutputTopic.EMBEDDINGS, detector);
  }

  @Benchmark
  public Object decodeAvro() {
    decoded.clear();
    return avroDecoder.decode(avro[next()], decoded);
  }

  @Benchmark
  public Object decodeJson() {
    decoded.clear();
    return jsonDecoder.decode(json[next()], decoded);
  }

  @Benchmark
  public int features() {
    return features.transform(events[next()], input, observed, 0);
  }

  /** Of the same features each time. */
  @Benchmark
  public float[] network() {
    runner.run(input, 1, latent, reconstruction);
    return reconstruction;
  }

  /** From a reconstruction to a severity. */
  @Benchmark
  public int score() {
    double residual = part.score().score(input, latent, reconstruction, observed);
    return Severity.of(part.calibration().pValue(residual));
  }

  /** Of the same event each time. */
  @Benchmark
  public Object explain() {
    return scorer.explain(LINES);
  }

  @Benchmark
  public byte[] encodeScore() {
    return scores.encode(score);
  }

  @Benchmark
  public byte[] encodeEmbedding() {
    return embeddings.encode(embedding);
  }

  private int next() {
    next = (next + 1) % RECORDS;
    return next;
  }

  private static RecordEncoder encoder(OutputTopic output, Detector detector) {
    return RecordEncoder.avro(output.of(detector.name()), Optional.empty());
  }
}
