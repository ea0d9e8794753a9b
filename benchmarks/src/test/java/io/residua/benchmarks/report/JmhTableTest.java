package io.residua.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhTableTest {
  @TempDir private Path folder;

  @Test
  void takesTheMedianOfIterationsAndTheRatioWithTheSameParameters() throws IOException {
    Path file =
        write(
            """
            [ { "benchmark": "io.x.Networks.vector", "params": { "batch": "64" },
                "primaryMetric": { "rawData": [ [ 1, 2, 3 ] ] },
                "secondaryMetrics": { "records": { "rawData": [ [ 640, 900 ], [ 700 ] ] } } },
              { "benchmark": "io.x.Networks.peer", "params": { "batch": "64" },
                "primaryMetric": { "rawData": [ [ 350 ] ] }, "secondaryMetrics": {} },
              { "benchmark": "io.x.Networks.peer", "params": { "batch": "1" },
                "primaryMetric": { "rawData": [ [ 5 ] ] }, "secondaryMetrics": {} } ]
            """);

    assertThat(JmhTable.read(file, "vector").markdown())
        .containsExactly(
            "| benchmark | batch | records/s | vector : it |",
            "|---|---|---|---|",
            "| vector | 64 | 700 | 1.00 |",
            "| peer | 64 | 350 | 2.00 |",
            "| peer | 1 | 5 | – |");
  }

  @Test
  void tellsWhatARecordAllocates() throws IOException {
    Path file =
        write(
            """
            [ { "benchmark": "io.x.Record.record", "primaryMetric": { "rawData": [ [ 1000 ] ] },
                "secondaryMetrics": { "gc.alloc.rate.norm": { "rawData": [ [ 428.1, 427 ] ] } } } ]
            """);

    assertThat(JmhTable.read(file, "").markdown())
        .containsExactly(
            "| benchmark | records/s | bytes allocated a record |",
            "|---|---|---|",
            "| record | 1,000 | 428 |");
  }

  @Test
  void namesAFileWithoutRuns() throws IOException {
    Path file = write("[]");

    assertThatThrownBy(() -> JmhTable.read(file, ""))
        .hasMessage(file + ": expected runs of JMH, found none");
  }

  private Path write(String json) throws IOException {
    return Files.writeString(folder.resolve("jmh.json"), json);
  }
}
