package io.residua.benchmarks.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SeriesBenchmarkTest {
  private static final String DEFINITION =
      """
      detector: series
      input: { topic: series, key: key, time: t }
      features:
        - sequence: { fields: [m0, m1, m2, m3, m4, m5, m6], length: 3, by: key }
      model: { latent: 2, hidden: [8], steps: 400, batch: 64 }
      calibration: { budget: 1 in 50 }
      """;

  private static final int METRICS = 7;

  @TempDir private Path folder;

  @BeforeEach
  void writeTwoServers() throws IOException {
    write("a", "train", 500, 1, false);
    write("b", "train", 400, 2, false);
    write("a", "test", 300, 3, true);
    write("b", "test", 300, 4, true);
    Files.writeString(folder.resolve("a_interpretation_label.txt"), "100-120:2\n");
    Files.writeString(folder.resolve("definition.yaml"), DEFINITION);
  }

  @Test
  void writesOneRowPerKeyAndFindsWhatIsPlain() throws IOException {
    Path out = folder.resolve("out.csv");

    assertThat(run("--data", folder.toString(), "--out", out.toString())).isZero();

    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .startsWith(
            "key,auc_roc,auc_pr,incidents,incidents_found,false_alarm_events,culprit_hits,");
    String[] a = lines.get(1).split(",");
    assertThat(a[0]).isEqualTo("a");
    assertThat(Double.parseDouble(a[1])).as("auc_roc").isGreaterThan(0.9);
    assertThat(a[3]).as("incidents").isEqualTo("1");
    assertThat(a[4]).as("incidents found").isEqualTo("1");
    assertThat(a[6]).as("culprit hits").isEqualTo("1");
    assertThat(a[9]).as("culprits").isEqualTo("1");
    String[] b = lines.get(2).split(",");
    assertThat(b[9]).as("culprits where no file names them").isEqualTo("0");
  }

  @Test
  void saysWhatIsMissingInAFolderWithoutSeries() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(run("--data", empty.toString(), "--out", folder.resolve("o").toString())).isOne();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--definition", folder.resolve("definition.yaml").toString()));
    return new CommandLine(new SeriesBenchmark()).execute(all.toArray(new String[0]));
  }

  /** Metric m1 leaves for rows 100 to 120 of a test. */
  private void write(String key, String role, int rows, long seed, boolean incident)
      throws IOException {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("key,t");
    for (int metric = 0; metric < METRICS; metric++) {
      csv.append(",m").append(metric);
    }
    csv.append(",label\n");
    for (int row = 0; row < rows; row++) {
      boolean anomaly = incident && row >= 100 && row <= 120;
      double load = Math.sin(row / 20.0);
      csv.append(key).append(',').append(row);
      for (int metric = 0; metric < METRICS; metric++) {
        double value = load * (metric + 1) + 0.1 * random.nextGaussian();
        csv.append(
            String.format(Locale.ROOT, ",%.4f", anomaly && metric == 1 ? value + 20 : value));
      }
      csv.append(anomaly ? ",1\n" : ",0\n");
    }
    Files.writeString(folder.resolve(key + "_" + role + ".csv"), csv);
  }
}
