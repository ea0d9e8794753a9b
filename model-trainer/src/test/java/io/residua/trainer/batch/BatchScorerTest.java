package io.residua.trainer.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.Detector;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import io.residua.detector.fixture.Fixtures;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.data.DataTable;
import io.residua.trainer.data.ReadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchScorerTest {
  private static final String ROWS =
      """
      card,at,amount,category,note
      a,2026-01-01T00:00:00Z,50,food,usual
      b,2026-01-01T00:01:00Z,5000,food,too much
      ,2026-01-01T00:02:00Z,50,food,no card
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"out.csv", "out.csv.gz", "out.parquet", "out.jsonl"})
  void addsColumnsToEveryRowInItsOrder(String name) throws Exception {
    Path output = folder.resolve(name);

    BatchResult result = BatchScorer.score(detector(), data(ROWS), output);

    assertThat(result).isEqualTo(new BatchResult(3, 2, 1, 1));
    try (DataReader reader = DataReader.open(DataSelection.ofFile(output))) {
      DataTable table = reader.table(layout(), ReadOptions.defaults(0));
      assertThat(table.events().text(0, 0)).isEqualTo("usual");
      assertThat(table.events().text(0, 1)).isEqualTo("false");
      assertThat(table.events().text(1, 1)).isEqualTo("true");
      assertThat(table.events().text(1, 2)).startsWith("amount:");
      assertThat(table.events().text(2, 1)).isNull();
      assertThat(table.events().text(2, 3)).startsWith("MISSING_KEY");
    }
  }

  @Test
  void leavesNothingBehindWhenAFieldIsNotInTheData() throws Exception {
    Path output = folder.resolve("out.csv");
    DataSelection data = data("card,at,amount\na,2026-01-01T00:00:00Z,50\n");

    assertThatThrownBy(() -> BatchScorer.score(detector(), data, output))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("field category is not in data.csv");
    assertThat(output).doesNotExist();
    assertThat(folder.resolve("out.csv.part")).doesNotExist();
  }

  @Test
  void refusesDataThatHasAColumnOfTheAddedName() throws Exception {
    DataSelection data = data(ROWS.replace("note", "Score"));

    assertThatThrownBy(() -> BatchScorer.score(detector(), data, folder.resolve("out.csv")))
        .hasMessage(
            "data.csv has a column score already; rename it, as that column would be added");
  }

  @Test
  void saysWhichFormatsItWritesForAnUnknownEnd() throws Exception {
    DataSelection data = data(ROWS);

    assertThatThrownBy(() -> BatchScorer.score(detector(), data, folder.resolve("out.xlsx")))
        .hasMessageContaining("out.xlsx: expected a file that ends in .csv");
  }

  @Test
  void saysThatAFolderIsNotThere() throws Exception {
    DataSelection data = data(ROWS);
    Path output = folder.resolve("absent/out.csv");

    assertThatThrownBy(() -> BatchScorer.score(detector(), data, output))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("out.csv cannot be written");
  }

  private static Detector detector() {
    return new Detector(Fixtures.smallModel());
  }

  private DataSelection data(String csv) throws Exception {
    return DataSelection.ofFile(Files.writeString(folder.resolve("data.csv"), csv));
  }

  private static EventLayout layout() {
    return new EventLayout(
        List.of(
            new EventField("note", FieldKind.TEXT),
            new EventField("anomaly", FieldKind.TEXT),
            new EventField("top_fields", FieldKind.TEXT),
            new EventField("reject", FieldKind.TEXT)),
        Optional.empty(),
        Optional.empty());
  }
}
