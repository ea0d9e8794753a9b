package io.residua.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.cli.Run;
import io.residua.detector.fixture.Fixtures;
import io.residua.detector.registry.DirectoryRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsCommandTest {
  @TempDir Path folder;
  private Path models;

  @BeforeEach
  void publishTwoVersions() throws IOException {
    models = folder.resolve("models");
    DirectoryRegistry registry = new DirectoryRegistry(models);
    registry.publish("small", Fixtures::bundleBytes);
    registry.publish("small", Fixtures::bundleBytes);
  }

  @Test
  void listsEveryVersion() {
    Run run = Run.of("models", "list", "--registry", models);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualToNormalizingNewlines("small:1\nsmall:2\n");
  }

  @Test
  void anEmptyRegistryIsNoFailure() {
    Run run = Run.of("models", "list", "--registry", folder.resolve("none"), "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().strip()).isEqualTo("{\"models\":[]}");
  }

  @Test
  void showsTheNewestVersionAndWritesItsReport() throws IOException {
    Path report = folder.resolve("report.html");

    Run run = Run.of("models", "show", "small", "--registry", models, "--report", report, "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\"version\":2").contains("\"training_rows\":1000");
    assertThat(report).hasContent(Fixtures.smallModel().report());
  }

  @Test
  void verifiesAFileToo() throws IOException {
    Path file = folder.resolve("small-9.residua");
    Files.write(file, Fixtures.bundleBytes(9));

    Run run = Run.of("models", "verify", file);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("small:9 is whole");
  }

  @Test
  void aDamagedBundleIsOneSentence() throws IOException {
    Path file = folder.resolve("damaged.residua");
    byte[] bytes = Fixtures.bundleBytes(1);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    Run run = Run.of("models", "verify", file);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error: model " + file + " cannot be used: ");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void verboseAddsTheStackTrace() throws IOException {
    Path file = folder.resolve("empty.residua");
    Files.write(file, new byte[0]);

    Run run = Run.of("models", "verify", file, "--verbose");

    assertThat(run.err()).contains("\tat io.residua.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          small:7       | 1 | there is no small:7 in MODELS; it has versions 1, 2
          other         | 1 | there is no model of other in MODELS; it has models of small
          none.residua  | 1 | no such file or folder: none.residua
          """)
  void aModelThatIsNotThereIsOneSentence(String name, int exitCode, String sentence) {
    Run run = Run.of("models", "verify", name, "--registry", models);

    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.err().strip())
        .isEqualTo("error: " + sentence.replace("MODELS", models.toString()));
  }

  @Test
  void aNameThatNoModelCanHaveIsWrongUse() {
    Run run = Run.of("models", "verify", "Small:0");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("expected DETECTOR, DETECTOR:VERSION or a .residua file, found 'Small:0'");
  }
}
