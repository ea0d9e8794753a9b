package io.residua.integration.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the README's quick start, word for word but for the ports. */
class QuickStartIT {
  private static final Pattern SHELL_BLOCK =
      Pattern.compile("^```sh\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  /** What a reader does by looking: wait until the job has scored everything, then stop it. */
  private static final String UNTIL_SCORED =
      """

      metrics() {
        exec 3<>/dev/tcp/127.0.0.1/8080
        printf 'GET /metrics HTTP/1.0\\r\\n\\r\\n' >&3
        cat <&3
      }
      for attempt in $(seq 400); do
        if metrics 2>/dev/null | grep 'outcome="scored"' | grep -q ' 20000.0'; then
          echo "scored all"
          break
        fi
        sleep 0.1
      done
      for attempt in $(seq 400); do
        grep -q 'ready in' job.txt && break
        sleep 0.1
      done
      cat job.txt
      kill $(jobs -p)
      wait || true
      """;

  @TempDir Path folder;

  @Test
  void theReadmesCommandsWork() throws Exception {
    Files.createSymbolicLink(folder.resolve("residua"), Distribution.program());
    Path script = folder.resolve("quick-start.sh");
    String commands = jobToFile(quickStart()) + UNTIL_SCORED;
    Files.writeString(script, "set -eu\n" + onFreePorts(commands));

    Finished run = Finished.run(folder, "bash", script.toString());

    assertThat(run.exitCode()).as("%s%n%s", run.out(), run.err()).isZero();
    assertThat(run.out())
        .contains("is a valid definition")
        .contains("published card-fraud:1")
        .contains("AUC ROC")
        .contains("sent 20,000 records to topic transactions")
        .contains("ready in ")
        .contains("scored all");
    assertThat(Files.readAllLines(folder.resolve("scored.csv"))).hasSize(20_001);
  }

  private static String quickStart() throws IOException {
    String readme = Files.readString(Distribution.project().resolve("README.md"));
    String section = readme.substring(readme.indexOf("## Quick start"));
    String end = section.substring(0, section.indexOf("\n## ", 1));
    return SHELL_BLOCK
        .matcher(end)
        .results()
        .map((MatchResult block) -> block.group(1))
        .collect(Collectors.joining("\n"));
  }

  /** The job may score everything before it says that it is ready: the script waits for both. */
  private static String jobToFile(String commands) {
    String start = "--http-port 8080 &";
    assertThat(commands).contains(start);
    return commands.replace(start, "--http-port 8080 >job.txt &");
  }

  private static String onFreePorts(String commands) throws IOException {
    String changed = commands;
    for (String port : List.of("9092", "8080")) {
      assertThat(changed).contains(port);
      changed = changed.replace(port, String.valueOf(freePort()));
    }
    return changed;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
