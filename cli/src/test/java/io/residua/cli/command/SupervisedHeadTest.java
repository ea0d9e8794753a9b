package io.residua.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedHeadTest {
  private static final String DEFINITION =
      """
      detector: pumps
      input: { topic: pumps, format: json }
      features: [ { fields: [a, b, c], transform: standard } ]
      model: { latent: 2, steps: 300, head: supervised }
      calibration: { budget: 1 in 50 }
      """;

  @TempDir Path folder;
  private Path definition;
  private Path data;
  private Path models;

  @BeforeEach
  void writeData() throws IOException {
    definition = Files.writeString(folder.resolve("pumps.yaml"), DEFINITION);
    data = Files.writeString(folder.resolve("data.csv"), rows());
    models = folder.resolve("models");
  }

  @Test
  void aModelLearnsLabelledAnomaliesAndScoresWithThem() throws IOException {
    Path report = folder.resolve("report.html");

    Run run =
        Run.of(
            "train",
            definition,
            "--data",
            data,
            "--label",
            "broken",
            "--registry",
            models,
            "--report",
            report);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("of 30 labelled anomalies, 20 train the head and 10 judge the model");
    assertThat(Files.readString(report)).contains("20 train the head and 10 judge the model");
    Run verified = Run.of("models", "verify", "pumps:1", "--registry", models);
    assertThat(verified.exitCode()).as(verified.err()).isZero();
  }

  @Test
  void withoutLabelsItSaysWhatIsMissing() {
    Run run = Run.of("train", definition, "--data", data, "--registry", models);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "error: a supervised head learns labelled anomalies, and no field of the data is named"
                + " that labels them; name it with --label, or leave out model.head");
  }

  /** All rows have c = a + b; anomalies lie where few normal ones do. */
  private static String rows() {
    Random random = new Random(1);
    StringBuilder rows = new StringBuilder("a,b,c,broken\n");
    for (int row = 0; row < 630; row++) {
      boolean broken = row >= 600;
      double a = broken ? 1.5 + 0.1 * random.nextGaussian() : random.nextGaussian();
      double b = broken ? -1.5 + 0.1 * random.nextGaussian() : random.nextGaussian();
      double c = a + b + 0.05 * random.nextGaussian();
      rows.append("%s,%s,%s,%d%n".formatted(a, b, c, broken ? 1 : 0));
    }
    return rows.toString();
  }
}
