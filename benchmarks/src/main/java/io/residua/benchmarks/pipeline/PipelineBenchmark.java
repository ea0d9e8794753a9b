package io.residua.benchmarks.pipeline;

import io.residua.benchmarks.ThirtyFeatures;
import io.residua.broker.BrokerSettings;
import io.residua.broker.EmbeddedBroker;
import io.residua.detector.Detector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs a topology that copies bytes and the scoring topology, in turns, over the same records on
 * the same broker, and prints both rates and their ratio.
 */
@Command(
    name = "benchmarks/pipeline",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Compares the scoring topology with one that copies bytes, on one broker.")
public final class PipelineBenchmark implements Callable<Integer> {
  private static final String TOPIC = "readings";

  @Option(
      names = "--records",
      defaultValue = "1000000",
      description = "Records on the topic (default: ${DEFAULT-VALUE}).")
  private int records;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Measured rounds after one that warms up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--partitions",
      defaultValue = "4",
      description = "Partitions of every topic (default: ${DEFAULT-VALUE}).")
  private int partitions;

  @Option(
      names = "--format",
      defaultValue = "avro",
      description = "Of the records: avro or json (default: ${DEFAULT-VALUE}).")
  private String format;

  @Option(
      names = "--outputs",
      defaultValue = "{}",
      description = "What is written, as in a definition (default: ${DEFAULT-VALUE}, everything).")
  private String outputs;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PipelineBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Detector detector = ThirtyFeatures.detector(TOPIC, format, outputs);
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.temporary());
        Pipelines pipelines = new Pipelines(broker.bootstrapServers(), detector, records)) {
      print(
          "%,d %s records of 30 fields, %d partitions, outputs %s%n",
          records, format, partitions, outputs);
      // Gigabytes of temporary topics and a started job must not outlive a Ctrl-C.
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
      RecordFeed.fill(broker.bootstrapServers(), TOPIC, format, partitions, records);
      pipelines.prepare(partitions);
      compare(pipelines);
      startUp(broker, detector);
    }
    return 0;
  }

  private void compare(Pipelines pipelines) throws Exception {
    pipelines.passThrough();
    pipelines.scoring();
    List<Measurement> copied = new ArrayList<>();
    List<Measurement> scored = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      copied.add(pipelines.passThrough());
      scored.add(pipelines.scoring());
      print("round %d%n", round);
      print("  pass-through ", copied.get(round - 1));
      print("  scoring      ", scored.get(round - 1));
    }
    Measurement copying = Median.ofEach(copied);
    Measurement scoring = Median.ofEach(scored);
    print("median%n");
    print("  pass-through ", copying);
    print("  scoring      ", scoring);
    print("ratio of rates: %.2f%n", scoring.rate() / copying.rate());
    print("ratio of processor time: %.2f%n", copying.microseconds() / scoring.microseconds());
  }

  private static void print(String what, Measurement measured) {
    print(
        "%s%,10.0f records/s, %5.2f µs of processor time a record%n",
        what, measured.rate(), measured.microseconds());
  }

  private void startUp(EmbeddedBroker broker, Detector detector) throws Exception {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      seconds.add(StartUp.measure(broker.bootstrapServers(), detector));
    }
    print("start-up of residua run, heap 512 MB: %.1f s (median)%n", Median.of(seconds));
  }

  private static void print(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format, arguments);
  }
}
