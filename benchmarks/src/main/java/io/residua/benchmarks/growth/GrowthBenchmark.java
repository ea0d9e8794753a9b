package io.residua.benchmarks.growth;

import io.residua.benchmarks.growth.KeyGrowth.Cost;
import io.residua.benchmarks.options.AtLeastOne;
import io.residua.benchmarks.options.OutputOption;
import io.residua.benchmarks.pipeline.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how the cost of a record grows, each time with one size alone. */
@Command(
    name = "benchmarks/growth",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures how the cost of a record on one thread grows with its features, with the width of",
      "the latent vector, and with the number of keys of a stream with 20 keyed features; and how",
      "that of a whole job on a broker grows with its partitions."
    })
public final class GrowthBenchmark implements Callable<Integer> {
  @Mixin private final OutputOption output = new OutputOption();

  @Option(
      names = "--features",
      split = ",",
      paramLabel = "N",
      converter = AtLeastOne.class,
      defaultValue = "8,16,32,64,128,256,512",
      description =
          "Features F of a network F-F/2-F/4-F/2-F (default: ${DEFAULT-VALUE}); at least 4.")
  private List<Integer> features;

  @Option(
      names = "--latent",
      split = ",",
      paramLabel = "N",
      converter = AtLeastOne.class,
      defaultValue = "2,4,8,16,32,64,128",
      description = "Latent widths L of a network 64-64-L-64-64 (default: ${DEFAULT-VALUE}).")
  private List<Integer> latent;

  @Option(
      names = "--keys",
      split = ",",
      paramLabel = "N",
      converter = AtLeastOne.class,
      defaultValue = "1000,10000,100000,1000000",
      description = "Numbers of keys (default: ${DEFAULT-VALUE}).")
  private List<Integer> keys;

  @Option(
      names = "--partitions",
      split = ",",
      paramLabel = "N",
      converter = AtLeastOne.class,
      defaultValue = "1,2,4,8,16,32",
      description = "Numbers of partitions of a job's topics (default: ${DEFAULT-VALUE}).")
  private List<Integer> partitions;

  @Option(
      names = "--records",
      paramLabel = "N",
      converter = AtLeastOne.class,
      defaultValue = "300000",
      description = "Records of a round with keys or partitions (default: ${DEFAULT-VALUE}).")
  private int records;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      converter = AtLeastOne.class,
      defaultValue = "5",
      description = "Measured rounds after those that warm up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new GrowthBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    List<String> wide = byFeatures();
    Map<String, Double> byFeatures = measure(wide);
    Map<String, Double> byLatent = measure(latent.stream().map(Networks::ofLatent).toList());
    List<Cost> byKeys = new ArrayList<>();
    for (int each : keys) {
      Cost cost = KeyGrowth.measure(each, records, rounds);
      byKeys.add(cost);
      print(
          "%,d keys: %.2f µs a record, %.0f bytes a state, %.0f bytes of heap a key%n",
          each, cost.micros(), cost.stateBytes(), cost.heapBytes());
    }
    Map<Integer, Measurement> byPartitions =
        PartitionGrowth.measure(partitions.stream().distinct().toList(), records, rounds);
    byPartitions.forEach(
        (each, cost) ->
            print(
                "%d partitions: %,.0f records/s, %.2f µs a record%n",
                each, cost.rate(), cost.microseconds()));
    output.write(GrowthResult.of(rounds, byFeatures, byLatent, byKeys, byPartitions));
    return 0;
  }

  private List<String> byFeatures() {
    try {
      return features.stream().map(Networks::ofFeatures).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--features: " + e.getMessage());
    }
  }

  private Map<String, Double> measure(List<String> networks) throws RunnerException {
    Map<String, Double> micros = ScoringGrowth.micros(networks, rounds);
    micros.forEach((network, each) -> print("%s: %.3f µs a record%n", network, each));
    return micros;
  }

  private static void print(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format, arguments);
  }
}
