package io.residua.benchmarks.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds of both pipelines at one load, in turns. */
final class LoadLatencies {
  private final Load load;
  private final List<RunLatencies> copied = new ArrayList<>();
  private final List<RunLatencies> scored = new ArrayList<>();

  LoadLatencies(Load load) {
    this.load = load;
  }

  /**
   * Records of a second.
   *
   * @param name as a table says it
   */
  record Load(String name, double rate) {}

  void add(RunLatencies copying, RunLatencies scoring) {
    copied.add(copying);
    scored.add(scoring);
  }

  Load load() {
    return load;
  }

  List<RunLatencies> passThrough() {
    return List.copyOf(copied);
  }

  List<RunLatencies> scoring() {
    return List.copyOf(scored);
  }

  /** The median, over rounds, of what scoring added to its round's pass-through. */
  Latencies added() {
    return Latencies.medians(
        IntStream.range(0, scored.size())
            .mapToObj(i -> scored.get(i).latencies().minus(copied.get(i).latencies()))
            .toList());
  }

  static Latencies medians(List<RunLatencies> rounds) {
    return Latencies.medians(rounds.stream().map(RunLatencies::latencies).toList());
  }
}
