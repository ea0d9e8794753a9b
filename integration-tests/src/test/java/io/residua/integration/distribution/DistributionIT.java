package io.residua.integration.distribution;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionIT {
  private static final String QUICK_DEFINITION =
      """
      detector: quick
      input: { topic: quick, format: json, key: host, time: event_time }
      features:
        - { field: cpu_user, transform: standard }
        - { field: requests, transform: standard }
        - { field: response_time, transform: standard }
      model: { steps: 100 }
      calibration: { budget: 1 in 100 }
      """;

  @TempDir Path folder;

  @Test
  void worksFromAnywhereAndThroughALink() throws Exception {
    Path link = folder.resolve("linked");
    Files.createSymbolicLink(link, Distribution.program());

    Finished version = Finished.run(folder, "./linked", "--version");

    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).startsWith("residua ");
    assertThat(version.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          train none.yaml --data none.csv                | no such file: none.yaml
          suggest --data none.csv                        | this command needs the folder lib-train
          produce --data none.csv --topic t              | this command needs the folder lib-train
          broker                                         | this command needs the folder lib-broker
          demo                                           | this command needs the folder lib-train
          run --model none                               | there is no model of none in models
          """)
  void theJobsPartAloneSaysWhatIsMissing(String line, String sentence) throws Exception {
    Path program = Distribution.with(folder.resolve("job"), "lib");

    Finished run = Finished.run(folder, Map.of(), command(program, line));

    assertThat(run.exitCode()).isEqualTo(1);
    // Java greets the module that the job's networks run on; that cannot be turned off.
    List<String> said =
        run.err().lines().filter(it -> !it.startsWith("WARNING: Using incubator modules")).toList();
    assertThat(said).singleElement(as(STRING)).startsWith("error: " + sentence);
  }

  @Test
  void theTrainersPartTrainsAndScoresByItself() throws Exception {
    Path program = Distribution.with(folder.resolve("trainer"), "lib", "lib-train");
    Files.writeString(folder.resolve("quick.yaml"), QUICK_DEFINITION);

    succeed(program, "simulate servers --out servers.csv --rows 3000 --servers 1");
    succeed(program, "validate quick.yaml --data servers.csv");
    succeed(program, "train quick.yaml --data servers.csv --label label");
    Finished evaluation =
        succeed(program, "evaluate --model quick --data servers.csv --label label --json");
    Finished scoring =
        succeed(program, "score --model quick --data servers.csv --out scored.jsonl --json");

    assertThat(evaluation.out()).startsWith("{").contains("\"auc_roc\":");
    assertThat(scoring.out()).contains("\"rows\":3000").contains("\"scored\":3000");
    assertThat(Files.readAllLines(folder.resolve("scored.jsonl"))).hasSize(3000);
  }

  @Test
  void aJavaThatIsTooOldIsNamed() throws Exception {
    Path java = fake("old/bin/java", "exit 1");
    Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");

    Finished run =
        Finished.run(
            folder,
            Map.of("JAVA_HOME", folder.resolve("old").toString()),
            List.of(Distribution.program().toString(), "--version"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().strip())
        .isEqualTo(
            "error: residua needs Java 17 or newer, and %s is Java 11; set JAVA_HOME to a newer one"
                .formatted(java));
  }

  @Test
  void aJavaThatIsNotThereIsNamed() throws Exception {
    Finished run =
        Finished.run(
            folder,
            Map.of("JAVA_HOME", "/nowhere"),
            List.of(Distribution.program().toString(), "--version"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("error: residua needs Java 17 or newer, and there is no");
  }

  private Finished succeed(Path program, String line) throws IOException, InterruptedException {
    Finished run = Finished.run(folder, Map.of(), command(program, line));
    assertThat(run.exitCode()).as("%s: %s", line, run.err()).isZero();
    return run;
  }

  private Path fake(String name, String body) throws IOException {
    Path script = folder.resolve(name);
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  private static List<String> command(Path program, String line) {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(List.of(line.strip().split(" +")));
    return words;
  }
}
