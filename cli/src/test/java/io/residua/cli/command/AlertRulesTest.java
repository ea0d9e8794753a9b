package io.residua.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.cli.Run;
import io.residua.detector.Detector;
import io.residua.detector.fixture.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertRulesTest {
  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void writeAModel() throws IOException {
    model = Files.write(folder.resolve("small-3.residua"), Fixtures.bundleBytes(3));
  }

  @Test
  void areTakenFromAnotherDefinitionOfTheSameDetector() throws Exception {
    Path file = definition(Fixtures.DEFINITION.replace("explain: 2", "cooldown: 2h"));

    Detector detector = AlertRules.of(file, new Detector(Fixtures.smallModel(3)));

    assertThat(detector.definition().alerts().cooldown()).isEqualTo(Duration.ofHours(2));
    assertThat(detector.version()).isEqualTo(3);
  }

  @Test
  void ofAnotherDetectorAreRefused() throws IOException {
    Path file = definition(Fixtures.DEFINITION.replace("detector: small", "detector: large"));

    Run run = Run.of("run", "--model", model, "--alerts", file);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "error: expected alert rules for small, found a definition of large: " + file + "\n");
  }

  @Test
  void thatAreWrongAreToldWithTheirLines() throws IOException {
    Path file = definition(Fixtures.DEFINITION.replace("explain: 2", "cooldown: soon"));

    Run run = Run.of("run", "--model", model, "--alerts", file);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("alerts.cooldown: expected a duration from 0s to 30d");
  }

  private Path definition(String yaml) throws IOException {
    return Files.writeString(folder.resolve("rules.yaml"), yaml);
  }
}
