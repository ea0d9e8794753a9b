package io.residua.benchmarks.growth;

import io.residua.benchmarks.growth.KeyGrowth.Cost;
import io.residua.benchmarks.pipeline.Measurement;
import io.residua.benchmarks.report.Column;
import io.residua.benchmarks.report.Plot;
import io.residua.benchmarks.report.Plot.Line;
import io.residua.benchmarks.report.Plot.Point;
import io.residua.benchmarks.report.Result;
import io.residua.benchmarks.report.Table;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** Costs by size, as a result. */
final class GrowthResult {
  private static final String MICROS = "microseconds a record";
  private static final String HOW =
      "The whole scoring call on one thread: standardise, network, residual, p-value, verdict. With"
          + " keys, each record also reads and writes its key's state, 20 features, keys drawn at"
          + " random: with few keys, each has more records and so a larger state. States are on the heap as training and batch scoring keep them; a job keeps"
          + " them more tightly, as bytes in large arrays. Bytes of heap are what is used after garbage"
          + " collection, the key's name included. With partitions, the whole job runs on Kafka Streams beside a broker in the same"
          + " process, exactly once, scores and embeddings of every record; processor time is all of"
          + " theirs.";

  private GrowthResult() {}

  static Result of(
      int rounds,
      Map<String, Double> byFeatures,
      Map<String, Double> byLatent,
      List<Cost> byKeys,
      Map<Integer, Measurement> byPartitions) {
    return new Result(
        "How cost grows",
        List.of(HOW, "Medians of %d rounds; a process for each network.".formatted(rounds)),
        List.of(
            networks("By features", "features", byFeatures, Networks::features),
            networks("By latent width, 64 features", "latent width", byLatent, Networks::latent),
            keys(byKeys),
            partitions(byPartitions)),
        List.of(
            plot("growth-features", "features", byFeatures, Networks::features),
            plot("growth-latent", "latent width", byLatent, Networks::latent),
            keysPlot("growth-keys", MICROS, byKeys, "a record", Cost::micros),
            keysPlot("growth-memory", "bytes", byKeys, "heap a key", Cost::heapBytes)));
  }

  private static Table networks(
      String title, String what, Map<String, Double> micros, ToIntFunction<String> size) {
    return new Table(
        title,
        List.of(
            Column.plain(what),
            Column.plain("network"),
            Column.plain("multiply-adds"),
            Column.decimals("µs a record", 3),
            Column.plain("records/s")),
        micros.entrySet().stream()
            .map(
                each ->
                    List.<Object>of(
                        size.applyAsInt(each.getKey()),
                        each.getKey(),
                        Networks.multiplyAdds(each.getKey()),
                        each.getValue(),
                        1e6 / each.getValue()))
            .toList());
  }

  private static Table keys(List<Cost> costs) {
    return new Table(
        "By keys, 20 keyed features",
        List.of(
            Column.plain("keys"),
            Column.plain("records a key"),
            Column.decimals("µs of processor time a record", 2),
            Column.plain("bytes of a saved state"),
            Column.plain("bytes of heap a key")),
        costs.stream()
            .map(
                each ->
                    List.<Object>of(
                        each.keys(),
                        each.recordsPerKey(),
                        each.micros(),
                        each.stateBytes(),
                        each.heapBytes()))
            .toList());
  }

  private static Table partitions(Map<Integer, Measurement> costs) {
    return new Table(
        "By partitions, the whole job",
        List.of(
            Column.plain("partitions"),
            Column.decimals("µs of processor time a record", 2),
            Column.plain("records/s")),
        costs.entrySet().stream()
            .map(
                each ->
                    List.<Object>of(
                        each.getKey(), each.getValue().microseconds(), each.getValue().rate()))
            .toList());
  }

  private static Plot plot(
      String name, String what, Map<String, Double> micros, ToIntFunction<String> size) {
    List<Point> points =
        micros.entrySet().stream()
            .map(each -> new Point(size.applyAsInt(each.getKey()), each.getValue()))
            .toList();
    return new Plot(
        name, "Cost by " + what, what, MICROS, true, true, List.of(new Line("scorer", points)));
  }

  private static Plot keysPlot(
      String name, String y, List<Cost> costs, String line, ToDoubleFunction<Cost> figure) {
    List<Point> points =
        costs.stream().map(each -> new Point(each.keys(), figure.applyAsDouble(each))).toList();
    return new Plot(
        name,
        "Cost by keys, %s".formatted(line),
        "keys",
        y,
        true,
        false,
        List.of(new Line(line, points)));
  }
}
