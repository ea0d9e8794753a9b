package io.residua.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  private static final List<Column> COLUMNS =
      List.of(Column.plain("pipeline"), Column.plain("records/s"), Column.decimals("ratio", 2));

  @TempDir private Path folder;

  @Test
  void writesNumbersAsTheirColumnsSay() {
    Table table =
        new Table("t", COLUMNS, List.of(List.of("a", 1234567.8, 0.5), List.of("b", 3, Double.NaN)));

    assertThat(table.markdown())
        .containsExactly(
            "| pipeline | records/s | ratio |",
            "|---|---|---|",
            "| a | 1,234,568 | 0.50 |",
            "| b | 3 | – |");
  }

  @Test
  void refusesARowOfAnotherLength() {
    assertThatThrownBy(() -> new Table("rates", COLUMNS, List.of(List.of("a", 1))))
        .hasMessage("table 'rates': expected 3 cells in each row, found 2");
  }

  @Test
  void keepsEveryDigitInJson() throws Exception {
    Plot plot =
        new Plot(
            "p",
            "Title",
            "x",
            "y",
            false,
            true,
            List.of(new Plot.Line("a", List.of(new Plot.Point(1, 2)))));
    Table table = new Table("t", COLUMNS, List.of(List.of("a", 1.0 / 3, 2.5)));
    Result result = new Result("Title", List.of("A note."), List.of(table), List.of(plot));
    Path file = folder.resolve("result.json");

    ResultFile.write(file, result);

    assertThat(ResultFile.read(file)).isEqualTo(result);
  }

  @Test
  void writesMarkdownWithThePlotsBesideIt() throws Exception {
    Result result = new Result("Title", List.of("A note."), List.of(), List.of(PlotTest.PLOT));
    Path file = folder.resolve("result.md");

    ResultFile.write(file, result);

    assertThat(Files.readAllLines(file))
        .startsWith("# Title")
        .contains("A note.", "![Cost <by> size](./cost.svg)");
    assertThat(folder.resolve("cost.svg")).exists();
  }

  @Test
  void namesAFileThatIsNoResult() throws Exception {
    Path file = Files.writeString(folder.resolve("other.json"), "{\"rows\": 3");

    assertThatThrownBy(() -> ResultFile.read(file))
        .hasMessageStartingWith(file + ": expected the result of a benchmark, found ");
  }
}
