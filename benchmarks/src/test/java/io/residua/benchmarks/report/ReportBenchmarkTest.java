package io.residua.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportBenchmarkTest {
  /** Stands for a benchmark: takes its options and writes figures where it is told to. */
  private static final String COMMAND =
      """
      #!/bin/sh
      while [ "$1" != --out ]; do shift; done
      echo '{"title":"T","notes":["%s"],"tables":[],"plots":[]}' > "$2"
      """;

  @TempDir private Path folder;
  private Path page;

  @BeforeEach
  void writePage() throws IOException {
    page = folder.resolve("benchmarks.md");
    Files.write(
        page,
        List.of("By hand.", GeneratedSection.BEGIN, "old", GeneratedSection.END, "Also by hand."));
  }

  @Test
  void writesWhatWasMeasuredBetweenTheMarksAndLeavesTheRest() throws IOException {
    command("growth", COMMAND.formatted("first"));

    assertThat(run("--only=growth")).isZero();

    assertThat(Files.readAllLines(page))
        .startsWith("By hand.", GeneratedSection.BEGIN)
        .contains("### How cost grows", "$ benchmarks/growth", "first")
        .doesNotContain("old")
        .endsWith(GeneratedSection.END, "Also by hand.");
  }

  @Test
  void keepsFiguresOfEarlierRuns() throws IOException {
    command("growth", COMMAND.formatted("of growth"));
    command("latency", COMMAND.formatted("of latency"));
    run("--only=growth");

    run("--only=latency");

    assertThat(Files.readAllLines(page)).containsSubsequence("of growth", "of latency");
  }

  @Test
  void leavesThePageWhereABenchmarkFails() throws IOException {
    command("growth", "#!/bin/sh\nexit 3\n");
    List<String> before = Files.readAllLines(page);

    assertThat(run("--only=growth")).isOne();

    assertThat(Files.readAllLines(page)).isEqualTo(before);
  }

  @Test
  void looksForTheMarksBeforeItMeasures() throws IOException {
    Files.writeString(page, "no marks\n");
    command("growth", "#!/bin/sh\ntouch \"$(dirname \"$0\")/measured\"\n");

    assertThat(run("--only=growth")).isOne();

    assertThat(folder.resolve("measured")).doesNotExist();
  }

  @Test
  void saysWhichBenchmarksThereAre() {
    StringWriter errors = new StringWriter();
    int exit =
        new CommandLine(new ReportBenchmark())
            .setErr(new PrintWriter(errors))
            .execute("--scripts=" + folder, "--page=" + page, "--only=growth,cost");

    assertThat(exit).isEqualTo(2);
    assertThat(errors.toString())
        .contains(
            "--only: expected some of record, steps, scoring, growth, pipeline, keyed, latency, found cost");
  }

  @Test
  void describesTheMachineWithoutItsName() throws IOException {
    assertThat(Machine.here().sentence())
        .contains(System.getProperty("java.runtime.version"))
        .doesNotContain(InetAddress.getLocalHost().getHostName());
  }

  private int run(String only) {
    return new CommandLine(new ReportBenchmark())
        .execute("--scripts=" + folder, "--page=" + page, only);
  }

  private void command(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
