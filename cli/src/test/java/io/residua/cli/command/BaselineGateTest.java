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

class BaselineGateTest {
  /** One step: the network has learnt nothing that the three fields have in common. */
  private static final String DEFINITION =
      """
      detector: pumps
      input: { topic: pumps, format: json }
      features: [ { fields: [a, b, c], transform: standard } ]
      model: { latent: 2, steps: 1, score: mean-squared }
      calibration: { budget: 1 in 100 }
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
  void aModelThatABaselineBeatsIsNotPublished() {
    Run run =
        Run.of("train", definition, "--data", data, "--label", "broken", "--registry", models);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .containsPattern(
            "error: not published: [a-z-]+ finds 60 labelled anomalies better than the model:"
                + " AUCROC \\d\\.\\d+, the model's is \\d\\.\\d+; --force publishes it all the same");
    assertThat(run.err()).contains("\nisolation-forest  labelled ");
    assertThat(Run.of("models", "list", "--registry", models).out()).startsWith("no models in");
  }

  @Test
  void forcePublishesItAndItsReportSaysSo() throws IOException {
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
            "--force",
            "--report",
            report);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).containsPattern("warning: [a-z-]+ finds 60 labelled anomalies better");
    assertThat(Files.readString(report)).contains("beaten by a baseline", "Comparison");
  }

  /** Normal rows have c = a + b. */
  private static String rows() {
    Random random = new Random(1);
    StringBuilder rows = new StringBuilder("a,b,c,broken\n");
    for (int row = 0; row < 660; row++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      double c = a + b + 0.05 * random.nextGaussian() + (row < 600 ? 0 : 1);
      rows.append("%s,%s,%s,%d%n".formatted(a, b, c, row < 600 ? 0 : 1));
    }
    return rows.toString();
  }
}
