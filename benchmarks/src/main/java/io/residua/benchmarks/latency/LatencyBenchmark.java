package io.residua.benchmarks.latency;

import io.residua.benchmarks.ThirtyFeatures;
import io.residua.benchmarks.engine.Engine;
import io.residua.benchmarks.engine.KafkaStreamsEngine;
import io.residua.benchmarks.latency.LoadLatencies.Load;
import io.residua.benchmarks.options.AtLeastOne;
import io.residua.benchmarks.options.OutputOption;
import io.residua.benchmarks.options.Workload;
import io.residua.benchmarks.report.Median;
import io.residua.broker.BrokerSettings;
import io.residua.broker.EmbeddedBroker;
import io.residua.detector.Detector;
import io.residua.detector.definition.OutputShare;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.KafkaProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Warms both pipelines up, measures the job's capacity, then sends records at shares of it to a
 * topology that copies bytes and to the job, in turns, and prints how long their outputs took and
 * what scoring added.
 */
@Command(
    name = "benchmarks/latency",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures how long records take through the scoring topology and through one that copies",
      "bytes, on one broker, at shares of the rate that the scoring topology reaches in the same",
      "run while sender and reader work beside it. Records are sent when they are due, whatever",
      "became of those before."
    })
public final class LatencyBenchmark implements Callable<Integer> {
  private static final String TOPIC = "readings";
  private static final String COMMIT_INTERVAL = "commit.interval.ms";
  private static final int CAPACITY_ROUNDS = 3;

  @Mixin private final Workload workload = new Workload(500_000, 5, "{}");
  @Mixin private final OutputOption output = new OutputOption();

  @Option(
      names = "--loads",
      split = ",",
      paramLabel = "PERCENT",
      defaultValue = "25,50,75",
      converter = AtLeastOne.class,
      description = "Shares of the capacity (default: ${DEFAULT-VALUE}).")
  private List<Integer> loads;

  @Option(
      names = "--rates",
      split = ",",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "Records a second in place of shares; the capacity is then not measured.")
  private List<Integer> rates = List.of();

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "10",
      converter = AtLeastOne.class,
      description = {
        "Rounds before the measured ones, of records as fast as they can be sent (default:",
        "${DEFAULT-VALUE}). While Java compiles Kafka's code, each of a commit's requests takes",
        "milliseconds."
      })
  private int warmUp;

  @Option(
      names = "--settle",
      paramLabel = "S",
      defaultValue = "5",
      converter = AtLeastOne.class,
      description =
          "Seconds at each run's start that are not measured (default: ${DEFAULT-VALUE}).")
  private int settleSeconds;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "20",
      converter = AtLeastOne.class,
      description = "Seconds of each run that are measured (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--commit-interval",
      paramLabel = "MS",
      defaultValue = "100",
      converter = AtLeastOne.class,
      description = {
        "Milliseconds between two commits of either topology; an output can be read at the next",
        "one. Default: ${DEFAULT-VALUE}, Kafka's own under exactly once."
      })
  private int commitMillis;

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LatencyBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    KafkaProperties properties = properties();
    Detector detector = detector();
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.temporary())) {
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
      String bootstrap = broker.bootstrapServers();
      Engine engine =
          new KafkaStreamsEngine(
              JobSettings.defaults().withBootstrapServers(bootstrap).withKafka(properties));
      try (LatencyRuns runs = new LatencyRuns(engine, bootstrap, detector, workload.partitions())) {
        warmUp(runs);
        List<Load> wanted = loads(runs);
        output.write(
            LatencyResult.of(conditions(engine), workload.rounds(), measure(runs, wanted)));
      }
    }
    return 0;
  }

  private KafkaProperties properties() {
    if (workload.kafka().containsKey(COMMIT_INTERVAL)) {
      throw new ParameterException(
          spec.commandLine(), "--kafka: expected --commit-interval for " + COMMIT_INTERVAL);
    }
    Map<String, String> all = new HashMap<>(workload.kafka());
    all.put(COMMIT_INTERVAL, String.valueOf(commitMillis));
    return new KafkaProperties(all);
  }

  private Detector detector() {
    Detector detector = ThirtyFeatures.detector(TOPIC, "avro", workload.outputs());
    if (!detector.definition().outputs().scores().equals(OutputShare.ALL)) {
      throw new ParameterException(
          spec.commandLine(),
          "--outputs: expected scores of all records, by which latency is measured, found "
              + workload.outputs());
    }
    return detector;
  }

  private void warmUp(LatencyRuns runs) throws Exception {
    for (int round = 1; round <= warmUp; round++) {
      double copied = runs.passThrough(flood()).rate();
      double scored = runs.scoring(flood()).rate();
      print("warm-up %d, records/s: pass-through %,.0f, scoring %,.0f%n", round, copied, scored);
    }
  }

  private List<Load> loads(LatencyRuns runs) throws Exception {
    if (!rates.isEmpty()) {
      return rates.stream().map(rate -> new Load("–", rate)).toList();
    }
    double capacity = capacity(runs);
    print("capacity of the scoring topology: %,.0f records/s%n", capacity);
    return loads.stream().map(share -> new Load(share + " %", capacity * share / 100)).toList();
  }

  private double capacity(LatencyRuns runs) throws Exception {
    List<Double> measured = new ArrayList<>();
    for (int round = 0; round < CAPACITY_ROUNDS; round++) {
      measured.add(runs.scoring(flood()).rate());
    }
    return Median.of(measured);
  }

  private List<LoadLatencies> measure(LatencyRuns runs, List<Load> wanted) throws Exception {
    List<LoadLatencies> measured = wanted.stream().map(LoadLatencies::new).toList();
    for (int round = 1; round <= workload.rounds(); round++) {
      for (LoadLatencies each : measured) {
        RunLatencies copying = runs.passThrough(schedule(each.load()));
        RunLatencies scoring = runs.scoring(schedule(each.load()));
        each.add(copying, scoring);
        print("round %d, %,.0f records/s%n", round, each.load().rate());
        print("  pass-through", copying);
        print("  scoring     ", scoring);
      }
    }
    for (LoadLatencies each : measured) {
      print("median, %,.0f records/s%n", each.load().rate());
      print("  added        %s%n", each.added());
    }
    return measured;
  }

  private Schedule schedule(Load load) {
    return new Schedule(load.rate(), settleSeconds, seconds);
  }

  /** More than any pipeline bears: all is due within a second. */
  private Schedule flood() {
    return new Schedule(workload.records(), 0, 1);
  }

  private String conditions(Engine engine) {
    return String.format(
        Locale.ROOT,
        "%s, %d partitions, outputs %s, exactly once with a commit each %d ms, %d s measured of each"
            + " run after %d s, sender and reader in the same process as broker and job; before, %d"
            + " rounds of %,d records as fast as they can be sent.",
        engine.name(),
        workload.partitions(),
        workload.outputs(),
        commitMillis,
        seconds,
        settleSeconds,
        warmUp,
        workload.records());
  }

  private static void print(String what, RunLatencies run) {
    print("%s %s; sent late %.1f ms (p99)%n", what, run.latencies(), run.sentLateMillis());
    if (run.missing() > 0) {
      print("%s could not bear the load: %,d outputs are missing%n", what, run.missing());
    }
  }

  private static void print(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format, arguments);
  }
}
