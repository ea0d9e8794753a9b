package io.residua.benchmarks.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One command of the report.
 *
 * @param name of the command, and of its results' file
 * @param jmh whether it writes its figures as JMH does
 * @param ours which of JMH's benchmarks is ours, where others are measured beside it; else empty
 * @param javaOptions for its virtual machine; may be empty
 * @param arguments of a run whose figures are to be told
 * @param quick arguments of a run that only shows that it works
 */
record Step(
    String name,
    String title,
    boolean jmh,
    String ours,
    String javaOptions,
    List<String> arguments,
    List<String> quick) {
  private static final List<String> SHORT =
      List.of("-wi", "2", "-i", "5", "-w", "500ms", "-r", "200ms");

  /** What needs no data and no other libraries. */
  static final List<Step> OWN =
      List.of(
          jmh("record", "Whole records", "", List.of(), SHORT),
          jmh("steps", "The steps of a record, each alone", "", List.of(), SHORT),
          jmh("scoring", "The scoring call", "", List.of("-f", "1"), SHORT),
          new Step(
              "growth",
              "How cost grows",
              false,
              "",
              "",
              List.of(),
              words(
                  "--features 8,64,512 --latent 2,64 --keys 1000,20000 --partitions 1,4 --records 50000")),
          new Step(
              "pipeline",
              "The pipeline beside a pass-through",
              false,
              "",
              "",
              List.of(),
              words("--records 200000 --rounds 2")),
          new Step(
              "keyed",
              "The pipeline with keyed features",
              false,
              "",
              "-Xmx1g",
              words("--records 600000 --rounds 5"),
              words("--keys 1000,20000 --records 50000 --rounds 1")),
          new Step(
              "latency",
              "Latency under load",
              false,
              "",
              "",
              words("--seconds 10"),
              words("--records 200000 --rounds 1 --warm-up 2 --settle 2 --seconds 3")));

  /** What fetches the libraries it compares with. */
  static final List<Step> PEERS =
      List.of(
          jmh(
              "network",
              "Networks beside ONNX Runtime and DL4J",
              "vector",
              words("-p batch=1,64,256,1024 -wi 4 -i 5 -w 700ms -r 500ms"),
              words("-p batch=1,64 -wi 1 -i 2 -w 200ms -r 200ms")),
          jmh("peers-scoring", "Scoring beside other scorers", "residua", List.of(), SHORT),
          jmh("training", "Training beside DL4J, and every family", "ours", List.of(), SHORT));

  Step {
    arguments = List.copyOf(arguments);
    quick = List.copyOf(quick);
  }

  private static Step jmh(
      String name, String title, String ours, List<String> arguments, List<String> quick) {
    return new Step(name, title, true, ours, "", arguments, quick);
  }

  private static List<String> words(String line) {
    return List.of(line.split(" "));
  }

  /** As a reader would type it. */
  String typed(boolean isQuick) {
    String options = javaOptions.isEmpty() ? "" : "JAVA_OPTS=" + javaOptions + " ";
    return (options + "benchmarks/" + name + " " + String.join(" ", isQuick ? quick : arguments))
        .strip();
  }

  /** The command with the file for its figures. */
  List<String> command(Path scripts, boolean isQuick, Path figures) {
    List<String> command = new ArrayList<>(List.of(scripts.resolve(name).toString()));
    command.addAll(isQuick ? quick : arguments);
    command.addAll(
        jmh
            ? List.of("-rf", "json", "-rff", figures.toString())
            : List.of("--out", figures.toString()));
    return command;
  }
}
