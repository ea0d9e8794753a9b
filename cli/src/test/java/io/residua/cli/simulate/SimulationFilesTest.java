package io.residua.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.residua.cli.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationFilesTest {
  @TempDir Path folder;

  @Test
  void csvAndJsonLinesHoldTheSameRecords() throws IOException {
    Path csv = folder.resolve("cards.csv");
    Path json = folder.resolve("cards.jsonl");

    write(csv);
    write(json);

    List<String> lines = Files.readAllLines(csv);
    List<String> objects = Files.readAllLines(json);
    assertThat(lines).hasSize(301);
    assertThat(objects).hasSize(300);
    List<String> columns = List.of(lines.get(0).split(","));
    for (int row = 0; row < 300; row++) {
      String[] cells = lines.get(row + 1).split(",", -1);
      JsonNode object = new ObjectMapper().readTree(objects.get(row));
      for (int i = 0; i < cells.length; i++) {
        JsonNode value = object.get(columns.get(i));
        assertThat(value.isNull() ? "" : value.asText()).isEqualTo(cells[i]);
      }
    }
  }

  @Test
  void aNameEndingInGzIsCompressed() throws IOException {
    Path plain = folder.resolve("cards.csv");
    Path compressed = folder.resolve("cards.csv.gz");

    write(plain);
    write(compressed);

    try (InputStream bytes = new GZIPInputStream(Files.newInputStream(compressed))) {
      assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(Files.readString(plain));
    }
  }

  @Test
  void incidentsNameKeyPositionsAndCulprits() throws IOException {
    Path incidents = folder.resolve("incidents.csv");

    SimulationFiles.write(
        new ServerSimulation(1, 2, 3), 4000, folder.resolve("s.csv"), Optional.of(incidents));

    assertThat(Files.readAllLines(incidents).get(0))
        .isEqualTo("key,t_from,t_to,culprit_metrics,kind");
    assertThat(Files.readAllLines(incidents).get(1))
        .matches("server-0[12],\\d+,\\d+,[a-z0-9_ ]+,[a-z_]+");
  }

  @Test
  void anUnknownEndingIsRefusedAndNothingIsLeft() throws IOException {
    assertThatThrownBy(() -> write(folder.resolve("cards.parquet")))
        .hasMessageStartingWith("expected a file name ending in .csv")
        .hasMessageEndingWith("cards.parquet");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theCommandSaysWhatItWrote() {
    Path out = folder.resolve("cards.csv");

    Run run = Run.of("simulate", "cards", "--out", out, "--rows", "2000", "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\"rows\":2000").contains("\"anomalies\":");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsOneSentence() {
    Run run = Run.of("simulate", "servers", "--out", folder.resolve("no/such/s.csv"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().strip())
        .isEqualTo("error: no such file or folder: " + folder.resolve("no/such"));
  }

  private static void write(Path file) throws IOException {
    SimulationFiles.write(new CardSimulation(1, 20, 0.2), 300, file, Optional.empty());
  }
}
