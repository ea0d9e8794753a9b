package io.residua.benchmarks.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CulpritHitsTest {
  private static final List<String> NAMES =
      List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

  @TempDir private Path folder;

  @Test
  void countsCulpritsAmongTheFiveLargestShares() throws Exception {
    List<CulpritLabels> labels = CulpritLabels.read(file("10-12:1,6,7\n"), NAMES);
    Map<String, Double> shares =
        Map.of("a", 9.0, "b", 8.0, "c", 7.0, "d", 6.0, "e", 5.0, "f", 4.0, "g", 3.0);

    CulpritHits hits =
        CulpritHits.of(
            Map.of(new RowRange(10, 11), shares, new RowRange(50, 60), shares), labels, 10);

    assertThat(hits.hits()).isEqualTo(1);
    assertThat(hits.byChance()).isCloseTo(1.5, within(1e-9));
    assertThat(hits.possible()).isEqualTo(3);
    assertThat(hits.culprits()).isEqualTo(3);
  }

  @Test
  void refusesAMetricThatDoesNotExist() throws IOException {
    Path file = file("10-12:11\n");

    assertThatThrownBy(() -> CulpritLabels.read(file, NAMES))
        .hasMessageContaining("expected metrics 1 to 10, found 11");
  }

  @Test
  void refusesALineOfAnotherForm() throws IOException {
    Path file = file("10-12 1,2\n");

    assertThatThrownBy(() -> CulpritLabels.read(file, NAMES))
        .hasMessageContaining("expected a line like 246-252:1,2,13, found 10-12 1,2");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("labels.txt"), text);
  }
}
