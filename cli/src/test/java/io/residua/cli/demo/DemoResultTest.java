package io.residua.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.InputFormat;
import io.residua.detector.definition.InputSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoResultTest {
  @TempDir Path folder;

  @Test
  void fieldsAndTextTellTheSame() throws Exception {
    DemoResult result = result();

    assertThat(result.fields())
        .containsEntry("records_in", 4L)
        .containsEntry("scored", 3L)
        .containsEntry("rejected", 1L)
        .containsEntry("filtered", 0L)
        .containsEntry("incidents", 2)
        .containsEntry("incidents_found", 1)
        .containsEntry("false_alarm_events", 1)
        .containsEntry("key_days", 1.0)
        .containsEntry("records_per_second", 1234L)
        .containsEntry("latency_ms_p50", 0L)
        .containsKeys("latency_ms_p99", "per_key");
    assertThat(new DemoSummary(result).text())
        .contains("4 in = 3 scored + 1 rejected + 0 filtered")
        .contains("1 of 2 found")
        .contains("1 events in 1 days")
        .contains("disk                       1 of 1")
        .contains("net                        0 of 1");
  }

  @Test
  void aKeyWithoutIncidentsAndAlertsIsThereToo() throws Exception {
    assertThat((Map<?, ?>) result().fields().get("per_key"))
        .hasToString(
            "{a={records=2, alerts=2, incidents=2, incidents_found=1, false_alarm_events=1},"
                + " b={records=2, alerts=0, incidents=0, incidents_found=0,"
                + " false_alarm_events=0}}");
  }

  private DemoResult result() throws Exception {
    Path test = folder.resolve("x_test.csv");
    Files.writeString(
        test,
        """
        host,time
        a,2026-01-01T00:00:00Z
        b,2026-01-01T00:00:00Z
        a,2026-01-01T12:00:00Z
        b,2026-01-01T12:00:00Z
        """);
    InputSpec input =
        new InputSpec(
            "t", InputFormat.JSON, Optional.empty(), Optional.of("host"), Optional.of("time"));
    long midnight = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    long noon = midnight + 12 * 3_600_000;
    List<Incident> incidents =
        List.of(
            new Incident("a", noon, noon, "disk"),
            new Incident("a", noon - 7_200_000, noon - 7_200_000, "net"));
    Map<String, List<Long>> alerts = Map.of("a", List.of(midnight, noon));
    return new DemoResult(
        new Replay.Speed(4, 1234.4),
        new WatchedOutputs.Snapshot(3, 1, alerts, 0, 0),
        0,
        TestTimeline.read(test, input),
        new IncidentJudge(incidents).judge(alerts),
        0.002);
  }
}
