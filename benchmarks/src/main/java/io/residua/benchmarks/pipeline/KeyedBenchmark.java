package io.residua.benchmarks.pipeline;

import io.residua.benchmarks.TwentyKeyedFeatures;
import io.residua.broker.BrokerSettings;
import io.residua.broker.EmbeddedBroker;
import io.residua.detector.Detector;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.KafkaProperties;
import io.residua.stream.kafka.StateSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the job with twenty keyed features beside a topology that copies bytes, over topics of few
 * and of many keys, and prints rates and ratios. What is measured begins when every key is known.
 * At the end the job is started once more with an empty directory, to see how long its states take.
 */
@Command(
    name = "benchmarks/keyed",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares a job with 20 keyed features with a topology that copies bytes, on one broker,",
      "for one or more numbers of keys. JAVA_OPTS=-Xmx1g is the heap of all, the broker included."
    })
public final class KeyedBenchmark implements Callable<Integer> {
  @Option(
      names = "--keys",
      split = ",",
      defaultValue = "10000,1000000",
      description = "Numbers of keys (default: ${DEFAULT-VALUE}).")
  private List<Integer> keys;

  @Option(
      names = "--records",
      defaultValue = "500000",
      description = "Records measured, after one of each key (default: ${DEFAULT-VALUE}).")
  private int records;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Measured rounds after one that warms up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--partitions",
      defaultValue = "4",
      description = "Partitions of every topic (default: ${DEFAULT-VALUE}).")
  private int partitions;

  @Option(
      names = "--outputs",
      defaultValue = "{ embeddings: none }",
      description = "What is written, as in a definition (default: ${DEFAULT-VALUE}).")
  private String outputs;

  @Option(
      names = "--span",
      defaultValue = "24",
      description = "Hours from the first record to the last (default: ${DEFAULT-VALUE}).")
  private int hours;

  @Option(
      names = "--kafka",
      paramLabel = "NAME=VALUE",
      description = "A setting of Kafka, for both sides; may be given again.")
  private Map<String, String> kafka = Map.of();

  @Option(
      names = "--rocksdb-mb",
      defaultValue = "128",
      description = "Memory of RocksDB outside the heap (default: ${DEFAULT-VALUE}).")
  private int rocksDbMebibytes;

  @Option(
      names = "--cache-mb",
      defaultValue = "450",
      description = "Memory of the job's own cache, on the heap (default: ${DEFAULT-VALUE}).")
  private int cacheMebibytes;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new KeyedBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Map<Integer, Measurement> scored = new LinkedHashMap<>();
    Path states = Files.createTempDirectory("keyed-benchmark");
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.temporary())) {
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
      print(
          "20 keyed features, %,d records, %d partitions, heap %d MB, outputs %s%n",
          records, partitions, Runtime.getRuntime().maxMemory() >> 20, outputs);
      for (int each : keys) {
        scored.put(each, measure(broker.bootstrapServers(), each, states));
      }
    } finally {
      delete(states);
    }
    compare(scored);
    return 0;
  }

  private Measurement measure(String bootstrap, int hosts, Path states) throws Exception {
    long span = Duration.ofHours(hours).toMillis();
    Detector detector =
        TwentyKeyedFeatures.detector("keyed-" + hosts, outputs, hosts, hosts + records, span);
    String topic = detector.definition().input().topic();
    RecordFeed.fillKeyed(bootstrap, topic, partitions, hosts, records, span);
    List<Measurement> copied = new ArrayList<>();
    List<Measurement> scored = new ArrayList<>();
    JobSettings settings =
        JobSettings.defaults()
            .withBootstrapServers(bootstrap)
            .withState(states(states))
            .withKafka(new KafkaProperties(kafka));
    try (Pipelines pipelines = new Pipelines(settings, detector, hosts, (long) hosts + records)) {
      pipelines.prepare(partitions);
      for (int round = 0; round <= rounds; round++) {
        Measurement copying = pipelines.passThrough();
        Measurement scoring = pipelines.scoring();
        if (round > 0) {
          copied.add(copying);
          scored.add(scoring);
          print("%,d keys, round %d%n", hosts, round);
          print("  pass-through", copying);
          print("  keyed       ", scoring);
          print("  %.2f %% of the records alerted%n", 100 * pipelines.alerted());
        }
      }
      Restore restore = pipelines.restore(states(states.resolve("restored")), partitions);
      print(
          "%,d keys, restored from %,d changes in %.1f s: %,.0f changes/s%n",
          hosts, restore.changes(), restore.seconds(), restore.rate());
    }
    Measurement copying = Median.ofEach(copied);
    Measurement scoring = Median.ofEach(scored);
    print("%,d keys, median%n", hosts);
    print("  pass-through", copying);
    print("  keyed       ", scoring);
    print("  ratio of rates: %.2f%n", scoring.rate() / copying.rate());
    return scoring;
  }

  private StateSettings states(Path directory) {
    StateSettings defaults = StateSettings.defaults();
    return new StateSettings(
        defaults.store(),
        defaults.standbyReplicas(),
        Optional.of(directory),
        cacheMebibytes,
        rocksDbMebibytes);
  }

  private void compare(Map<Integer, Measurement> scored) {
    Measurement first = scored.get(keys.get(0));
    for (int each : keys.subList(1, keys.size())) {
      print(
          "rate with %,d keys over that with %,d: %.2f%n",
          each, keys.get(0), scored.get(each).rate() / first.rate());
    }
  }

  private static void print(String what, Measurement measured) {
    print(
        "%s %,10.0f records/s, %5.2f µs of processor time a record%n",
        what, measured.rate(), measured.microseconds());
  }

  private static void print(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format, arguments);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
