package io.residua.integration.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  private static final int TEST_ROWS = 4000;

  @TempDir Path folder;

  @Test
  void aDemoOnSmallDataAccountsForEveryRecordAndKeepsItsFiles() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    simulate("data/servers_train.csv", "--seed=1", "--incidents-per-day=0", "--rows=12000");
    simulate(
        "data/servers_test.csv",
        "--seed=1",
        "--incidents-per-day=4",
        "--rows=" + TEST_ROWS,
        "--incidents=data/servers_incidents.csv");
    Path definition = folder.resolve("quick.yaml");
    Files.writeString(
        definition,
        """
        detector: quick
        input: { topic: quick, key: host, time: event_time }
        features:
          - { field: cpu_user, transform: standard }
          - { field: load_1, transform: standard }
          - { field: connections, transform: standard }
          - { field: retransmits, transform: standard }
          - { field: requests, transform: standard }
          - { field: response_time, transform: standard }
        model: { steps: 200 }
        calibration: { budget: 1 in 1000 }
        """);

    Finished demo =
        Finished.run(
            folder,
            Map.of("TMPDIR", folder.toString()),
            List.of(
                Distribution.program().toString(),
                "demo",
                "--data=" + data,
                "--detector=" + definition,
                "--headless",
                "--json",
                "--keep=kept"));

    assertThat(demo.exitCode()).as(demo.err()).isZero();
    JsonNode result = new ObjectMapper().readTree(demo.out());
    assertThat(demo.out().lines()).hasSize(1);
    assertThat(result.get("records_in").asLong()).isEqualTo(TEST_ROWS);
    assertThat(
            result.get("scored").asLong()
                + result.get("rejected").asLong()
                + result.get("filtered").asLong())
        .isEqualTo(TEST_ROWS);
    assertThat(result.get("incidents").asInt()).isPositive();
    assertThat(result.get("incidents_found").asInt()).isPositive();
    assertThat(result.get("records_per_second").asDouble()).isPositive();
    assertThat(result.get("latency_ms_p99").asLong())
        .isGreaterThanOrEqualTo(result.get("latency_ms_p50").asLong());
    assertThat(result.get("per_key").fieldNames())
        .toIterable()
        .containsExactly("server-01", "server-02", "server-03");
    assertThat(folder.resolve("kept/models/quick/quick-1.residua")).isRegularFile();
    assertThat(folder.resolve("kept/kafka")).isNotEmptyDirectory();
  }

  private void simulate(String out, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Distribution.program().toString(), "simulate", "servers", "--out=" + out));
    command.addAll(List.of(options));
    assertThat(Finished.run(folder, Map.of(), command).exitCode()).isZero();
  }
}
