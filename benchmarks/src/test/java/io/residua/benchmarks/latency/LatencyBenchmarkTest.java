package io.residua.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class LatencyBenchmarkTest {
  private static final int REFUSED = 2;

  @TempDir private Path folder;

  @Test
  void measuresBothPipelinesFromWhenARecordWasDueToItsOutput() throws Exception {
    Path out = folder.resolve("latency.json");

    int exit =
        new CommandLine(new LatencyBenchmark())
            .execute(
                "--records=2000",
                "--warm-up=1",
                "--rates=200",
                "--settle=1",
                "--seconds=1",
                "--rounds=1",
                "--partitions=2",
                "--commit-interval=20",
                "--out=" + out);

    assertThat(exit).isZero();
    JsonNode rows = new ObjectMapper().readTree(out.toFile()).at("/tables/0/rows");
    assertThat(rows).hasSize(3);
    for (int pipeline = 0; pipeline < 2; pipeline++) {
      JsonNode row = rows.get(pipeline);
      assertThat(row.get(1).asDouble()).as("rate").isEqualTo(200);
      assertThat(row.get(3).asDouble()).as("p50").isPositive();
      assertThat(row.get(7).asDouble()).as("max").isGreaterThanOrEqualTo(row.get(3).asDouble());
      assertThat(row.get(9).asLong()).as("missing").isZero();
    }
    assertThat(rows.get(2).get(3).asDouble())
        .as("added")
        .isEqualTo(rows.get(1).get(3).asDouble() - rows.get(0).get(3).asDouble());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --rounds=0                     | '--rounds': expected a whole number of at least 1, found '0'
          --loads=25,x                   | expected a whole number of at least 1, found 'x'
          --rates=-5                     | expected a whole number of at least 1, found '-5'
          --commit-interval=soon         | expected a whole number of at least 1, found 'soon'
          --kafka=commit.interval.ms=5   | --kafka: expected --commit-interval for commit.interval.ms
          --outputs={ scores: 1 in 10 }  | --outputs: expected scores of all records
          --out=latency.txt              | expected a file that ends in .json or .md, found 'latency.txt'
          """)
  void refusesWhatItCannotMeasure(String option, String sentence) {
    StringWriter errors = new StringWriter();

    int exit =
        new CommandLine(new LatencyBenchmark()).setErr(new PrintWriter(errors)).execute(option);

    assertThat(exit).isEqualTo(REFUSED);
    assertThat(errors.toString()).contains(sentence);
  }
}
