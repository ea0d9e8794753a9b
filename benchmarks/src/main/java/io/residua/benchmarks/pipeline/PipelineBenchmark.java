package io.residua.benchmarks.pipeline;

import io.residua.benchmarks.NumberDetector;
import io.residua.benchmarks.ThirtyFeatures;
import io.residua.benchmarks.engine.Engine;
import io.residua.benchmarks.engine.KafkaStreamsEngine;
import io.residua.benchmarks.options.AtLeastOne;
import io.residua.benchmarks.options.OutputOption;
import io.residua.benchmarks.options.Workload;
import io.residua.benchmarks.report.Column;
import io.residua.benchmarks.report.Median;
import io.residua.benchmarks.report.Result;
import io.residua.benchmarks.report.Table;
import io.residua.broker.BrokerSettings;
import io.residua.broker.EmbeddedBroker;
import io.residua.detector.Detector;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.KafkaProperties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

  @Mixin private final Workload workload = new Workload(1_000_000, 5, "{}");
  @Mixin private final OutputOption output = new OutputOption();

  @Option(
      names = "--format",
      defaultValue = "avro",
      description = "Of the records: avro or json (default: ${DEFAULT-VALUE}).")
  private String format;

  @Option(
      names = "--network",
      paramLabel = "WIDTHS",
      split = "-",
      defaultValue = "30-16-8-16-30",
      converter = AtLeastOne.class,
      description =
          "Widths of its layers, from 30 over the latent one to 30 (default: ${DEFAULT-VALUE}).")
  private int[] widths;

  @Option(
      names = "--copies",
      paramLabel = "N",
      defaultValue = "1",
      converter = AtLeastOne.class,
      description = {
        "Topics that the pass-through copies each record to (default: ${DEFAULT-VALUE}). With 2,",
        "either side writes as many records by default."
      })
  private int copies;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "6",
      converter = AtLeastOne.class,
      description = {
        "Rounds before the measured ones (default: ${DEFAULT-VALUE}). Java still compiles Kafka's",
        "code anew after four of a million records, more of it while scoring."
      })
  private int warmUp;

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PipelineBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Detector detector = maker().detector(TOPIC, format, workload.outputs());
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.temporary())) {
      // Gigabytes of temporary topics and a started job must not outlive a Ctrl-C.
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
      Engine engine =
          new KafkaStreamsEngine(
              JobSettings.defaults()
                  .withBootstrapServers(broker.bootstrapServers())
                  .withKafka(new KafkaProperties(workload.kafka())));
      System.out.println(conditions());
      Comparison comparison = compare(engine, broker.bootstrapServers(), detector);
      output.write(result(engine, comparison, startUp(broker, detector)));
    }
    return 0;
  }

  private NumberDetector maker() {
    boolean odd = widths.length >= 3 && widths.length % 2 == 1;
    if (!odd
        || widths[0] != ThirtyFeatures.FIELDS
        || widths[widths.length - 1] != ThirtyFeatures.FIELDS) {
      throw new ParameterException(
          spec.commandLine(),
          "--network: expected an odd number of widths from 3 on, the first and the last %d as the"
                  .formatted(ThirtyFeatures.FIELDS)
              + " records have, found "
              + Arrays.toString(widths));
    }
    return new NumberDetector(widths);
  }

  private Comparison compare(Engine engine, String bootstrap, Detector detector) throws Exception {
    int records = workload.records();
    RecordFeed.fill(bootstrap, TOPIC, format, workload.partitions(), records);
    try (Pipelines pipelines = new Pipelines(engine, bootstrap, detector, copies, 1, records)) {
      pipelines.prepare(workload.partitions());
      return Comparison.of(pipelines, warmUp, workload.rounds(), "", System.out);
    }
  }

  private double startUp(EmbeddedBroker broker, Detector detector) throws Exception {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < workload.rounds(); round++) {
      seconds.add(StartUp.measure(broker.bootstrapServers(), detector));
    }
    double median = Median.of(seconds);
    System.out.printf(
        Locale.ROOT, "start-up of residua run, heap 512 MB: %.1f s (median)%n", median);
    return median;
  }

  private String conditions() {
    return String.format(
        Locale.ROOT,
        "%,d %s records of 30 fields, network %s, %d partitions, outputs %s, copied %s, Kafka's"
            + " settings %s; %d rounds before the measured ones.",
        workload.records(),
        format,
        Arrays.stream(widths).mapToObj(String::valueOf).collect(Collectors.joining("-")),
        workload.partitions(),
        workload.outputs(),
        copies == 1 ? "once" : copies + " times",
        workload.kafka(),
        warmUp);
  }

  private Result result(Engine engine, Comparison measured, double startUpSeconds) {
    Table table =
        new Table(
            "Records a second, medians of %d rounds".formatted(workload.rounds()),
            List.of(
                Column.plain("engine"),
                Column.plain("pass-through"),
                Column.plain("scoring"),
                Column.decimals("ratio of rates", 2),
                Column.decimals("ratio of processor time", 2),
                Column.decimals("start-up of `residua run`, s", 1)),
            List.of(
                List.of(
                    engine.name(),
                    measured.passThrough().rate(),
                    measured.scoring().rate(),
                    measured.ratio(),
                    measured.ratioOfProcessorTime(),
                    startUpSeconds)));
    return new Result(
        "The pipeline beside a pass-through", List.of(conditions()), List.of(table), List.of());
  }
}
