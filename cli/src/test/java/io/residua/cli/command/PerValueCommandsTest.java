package io.residua.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file to a model of networks per value of a whole number, with holidays, to scores. */
class PerValueCommandsTest {
  private static final String DEFINITION =
      """
      detector: machines
      input: { topic: machines, format: json, time: at }
      features:
        - { fields: [a, b], transform: standard }
        - { field: at, encode: { holiday: days.txt } }
      model: { family: linear, latent: 1, steps: 200, batch: 64, learning-rate: 0.01, per: line }
      calibration: { budget: 1 in 100 }
      """;

  @TempDir Path folder;

  @Test
  void trainsShowsAndScores() throws IOException {
    Files.writeString(folder.resolve("days.txt"), "2026-01-01 New Year\n2026-01-06 Epiphany\n");
    Path definition = Files.writeString(folder.resolve("machines.yaml"), DEFINITION);
    Path data = Files.writeString(folder.resolve("data.csv"), rows());
    Path scored = folder.resolve("scored.csv");
    Path models = folder.resolve("models");

    Run training =
        Run.of("train", definition, "--data", data, "--registry", models, "--seed", 1, "--json");
    Run shown = Run.of("models", "show", "machines", "--registry", models, "--json");
    Path strange =
        Files.writeString(
            folder.resolve("new.csv"),
            "at,line,a,b\n2026-01-20T00:00:00Z,1,2,2\n2026-01-20T00:00:00Z,2,2,2\n");
    Files.delete(folder.resolve("days.txt"));
    Run scoring =
        Run.of(
            "score",
            "--model",
            "machines",
            "--registry",
            models,
            "--data",
            strange,
            "--out",
            scored);

    assertThat(training.err())
        .contains("note: 2 of 3 values of line have a network of their own")
        .contains("note: network 3 of 3, for line \"");
    assertThat(training.out()).contains("\"own_networks\":2");
    assertThat(shown.out()).contains("\"own_networks\":2");
    assertThat(scoring.exitCode()).as(scoring.err()).isZero();
    assertThat(Files.readAllLines(scored).subList(1, 3))
        .satisfiesExactly(
            usual -> assertThat(List.of(usual.split(","))).contains("false"),
            other -> assertThat(List.of(other.split(","))).contains("true"));
  }

  /** On line 1 b follows a, on line 2 it goes against it; line 3 has few rows. */
  private static String rows() {
    Random random = new Random(1);
    StringBuilder rows = new StringBuilder("at,line,a,b\n");
    Instant time = Instant.parse("2026-01-01T00:00:00Z");
    for (int row = 0; row < 3000; row++) {
      int line = row % 100 == 0 ? 3 : 1 + row % 2;
      double a = random.nextGaussian();
      double b = (line == 2 ? -a : a) + 0.05 * random.nextGaussian();
      rows.append("%s,%d,%s,%s%n".formatted(time.plusSeconds(300L * row), line, a, b));
    }
    return rows.toString();
  }
}
