package io.residua.benchmarks.pipeline;

import io.residua.benchmarks.TwentyKeyedFeatures;
import io.residua.benchmarks.engine.Engine;
import io.residua.benchmarks.engine.KafkaStreamsEngine;
import io.residua.benchmarks.options.AtLeastOne;
import io.residua.benchmarks.options.OutputOption;
import io.residua.benchmarks.options.Workload;
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
import picocli.CommandLine.Mixin;
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
      converter = AtLeastOne.class,
      description = "Numbers of keys (default: ${DEFAULT-VALUE}).")
  private List<Integer> keys;

  @Mixin private final Workload workload = new Workload(500_000, 3, "{ embeddings: none }");

  @Mixin private final OutputOption output = new OutputOption();

  @Option(
      names = "--span",
      defaultValue = "24",
      converter = AtLeastOne.class,
      description = "Hours from the first record to the last (default: ${DEFAULT-VALUE}).")
  private int hours;

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

  private final Map<Integer, Restore> restores = new LinkedHashMap<>();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new KeyedBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Map<Integer, Comparison> measured = new LinkedHashMap<>();
    Path states = Files.createTempDirectory("keyed-benchmark");
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.temporary())) {
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
      System.out.println(conditions());
      for (int each : keys) {
        measured.put(each, measure(broker.bootstrapServers(), each, states));
      }
    } finally {
      delete(states);
    }
    compare(measured);
    output.write(KeyedResult.of(conditions(), workload.rounds(), measured, restores));
    return 0;
  }

  private Comparison measure(String bootstrap, int hosts, Path states) throws Exception {
    long span = Duration.ofHours(hours).toMillis();
    int records = workload.records();
    String name = "keyed-" + hosts;
    Detector detector =
        TwentyKeyedFeatures.detector(name, workload.outputs(), hosts, hosts + records, span);
    RecordFeed.fillKeyed(bootstrap, name, workload.partitions(), hosts, records, span);
    JobSettings settings =
        JobSettings.defaults()
            .withBootstrapServers(bootstrap)
            .withState(states(states))
            .withKafka(new KafkaProperties(workload.kafka()));
    Engine engine = new KafkaStreamsEngine(settings);
    try (Pipelines pipelines =
        new Pipelines(engine, bootstrap, detector, 1, hosts, (long) hosts + records)) {
      pipelines.prepare(workload.partitions());
      String title = String.format(Locale.ROOT, "%,d keys, ", hosts);
      Comparison comparison = Comparison.of(pipelines, 1, workload.rounds(), title, System.out);
      print("  %.2f %% of the records alerted%n", 100 * pipelines.alerted());
      restores.put(
          hosts,
          pipelines.restore(
              settings.withState(states(states.resolve("restored"))), workload.partitions()));
      print("%s%s%n", title, restores.get(hosts));
      return comparison;
    }
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

  private void compare(Map<Integer, Comparison> measured) {
    double first = measured.get(keys.get(0)).scoring().rate();
    for (int each : keys.subList(1, keys.size())) {
      print(
          "rate with %,d keys over that with %,d: %.2f%n",
          each, keys.get(0), measured.get(each).scoring().rate() / first);
    }
  }

  private String conditions() {
    return String.format(
        Locale.ROOT,
        "20 keyed features, %,d records, %d partitions, heap %d MB, outputs %s.",
        workload.records(),
        workload.partitions(),
        Runtime.getRuntime().maxMemory() >> 20,
        workload.outputs());
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
