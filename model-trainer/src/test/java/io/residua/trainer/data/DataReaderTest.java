package io.residua.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataReaderTest {
  private static final EventLayout AMOUNT = layout(number("amount"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "it's.csv", "a[1].csv", "a*b?.csv", "a\"b;c.csv", "ä ö.csv"})
  void readsFilesWhateverTheirName(String name) throws Exception {
    Files.writeString(folder.resolve("aXbY.csv"), "amount\n7\n8\n9\n");
    Path file = write(name, "amount,country\n1,DE\n2,FR\n");

    DataTable table = read(file, layout(number("amount"), text("country")));

    assertThat(table.events().rows()).isEqualTo(2);
    assertThat(table.events().number(1, 0)).isEqualTo(2);
    assertThat(table.events().text(1, 1)).isEqualTo("FR");
    assertThat(table.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"csv,;", "tsv,'\t'", "csv,|", "csv,','"})
  void findsTheDelimiterInTheHeader(String end, String delimiter) throws Exception {
    Path file = write("data." + end, "a\tamount\n1\t2\n".replace("\t", delimiter));

    assertThat(read(file, AMOUNT).events().number(0, 0)).isEqualTo(2);
  }

  @Test
  void readsCompressedText() throws Exception {
    Path file = folder.resolve("data.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("{\"amount\": 5}\n{\"amount\": null}\n".getBytes());
    }

    DataTable table = read(file, AMOUNT);

    assertThat(table.events().number(0, 0)).isEqualTo(5);
    assertThat(table.events().number(1, 0)).isNaN();
  }

  @Test
  void readsWhatDuckDbWrites() throws Exception {
    Path parquet = folder.resolve("data.parquet");
    Path zst = folder.resolve("data.csv.zst");
    try (DuckDb database = DuckDb.inMemory()) {
      String rows = "COPY (SELECT 1.5::DECIMAL(5, 2) AS amount, 'x' AS name) TO ";
      database.execute(rows + Sql.text(parquet.toString()));
      database.execute(rows + Sql.text(zst.toString()) + " (COMPRESSION zstd)");
    }

    assertThat(read(parquet, AMOUNT).events().number(0, 0)).isEqualTo(1.5);
    assertThat(read(zst, AMOUNT).events().number(0, 0)).isEqualTo(1.5);
  }

  @Test
  void readsNestedRecordsByDottedPath() throws Exception {
    Path file =
        write(
            "data.json",
            """
            [{"card": {"limit": 10, "owner": {"country": "DE", "a b": 1}}, "mixed": 1},
             {"card": {"limit": 20, "owner": {"country": null}}, "mixed": "one"}]
            """);
    EventLayout layout =
        layout(number("card.limit"), text("card.owner.country"), number("card.owner.a b"));

    DataTable table = read(file, layout);

    assertThat(table.events().number(1, 0)).isEqualTo(20);
    assertThat(table.events().text(0, 1)).isEqualTo("DE");
    assertThat(table.events().text(1, 1)).isNull();
    assertThat(table.events().number(0, 2)).isEqualTo(1);
    assertThat(read(file, layout(text("mixed"))).events().text(1, 0)).isEqualTo("one");
  }

  @Test
  void aColumnWhoseNameHoldsADotIsFoundAsItStands() throws Exception {
    Path file = write("data.csv", "card.limit,x\n3,1\n");

    assertThat(read(file, layout(number("card.limit"))).events().number(0, 0)).isEqualTo(3);
  }

  @Test
  void readsTimesAndKeys() throws Exception {
    Path file =
        write("data.csv", "at,who,amount\n2024-01-01 00:00:01,7,1\n2024-01-01 00:00:02.500,8,2\n");
    EventLayout layout =
        new EventLayout(List.of(number("amount")), Optional.of("who"), Optional.of("at"));

    DataTable table = read(file, layout);

    assertThat(table.events().time(0)).isEqualTo(1_704_067_201_000L);
    assertThat(table.events().time(1)).isEqualTo(1_704_067_202_500L);
    assertThat(table.events().key(1)).isEqualTo("8");
  }

  @Test
  void wholeNumbersWithLeadingZerosAreNames() throws Exception {
    Path file = write("data.csv", "code,amount\n007,1\n12,2\n");

    assertThat(read(file, layout(text("code"))).events().text(0, 0)).isEqualTo("007");
  }

  @Test
  void notANumberAndInfinityAreMissing() throws Exception {
    Path file = write("data.csv", "amount\nNaN\ninf\n\n-Infinity\n1e3\n");

    DataTable table = read(file, AMOUNT);

    assertThat(table.events().number(0, 0)).isNaN();
    assertThat(table.events().number(1, 0)).isNaN();
    assertThat(table.events().number(table.events().rows() - 1, 0)).isEqualTo(1000);
  }

  @Test
  void aQuerySelectsAndAConditionKeepsRows() throws Exception {
    DataSelection selection =
        DataSelection.ofQuery("SELECT i AS amount, i % 2 AS label FROM range(10) t(i) ; ")
            .where("label = 0 -- only normal ones");

    try (DataReader reader = DataReader.open(selection)) {
      DataTable table = reader.table(AMOUNT, options().withLabel(Optional.of("label")));
      assertThat(table.events().rows()).isEqualTo(5);
      assertThat(table.labels().orElseThrow()).containsOnly(false);
    }
  }

  @Test
  void rowsThatDoNotFitAreLeftOutAndCounted() throws Exception {
    Path file = write("data.csv", numbers(100).replace("\n50\n", "\nunknown\n"));

    DataTable table = read(file, AMOUNT);

    assertThat(table.events().rows()).isEqualTo(99);
    assertThat(table.rejected()).isEqualTo(1);
    assertThat(table.warnings())
        .singleElement()
        .asString()
        .contains("left out 1 row of data.csv that cannot be read")
        .contains("row 50: field amount: expected a number, found the text 'unknown'");
  }

  @Test
  void manyRowsThatDoNotFitAreAnError() throws Exception {
    Path file = write("data.csv", "amount\n1\nx\ny\n");

    assertThatThrownBy(() -> read(file, AMOUNT))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("2 of 3 rows of data.csv do not fit the definition; row 2: ");
  }

  @Test
  void largeDataOfKeysIsSampledKeyByKey() throws Exception {
    StringBuilder rows = new StringBuilder("card,amount,at\n");
    for (int i = 0; i < 8_000; i++) {
      rows.append("c%d,%d,%d\n".formatted(i % 400, i, 1_700_000_000_000L + i));
    }
    Path file = write("data.csv", rows.toString());
    EventLayout keyed =
        new EventLayout(
            List.of(
                new EventField("amount", FieldKind.NUMBER),
                new EventField("z of amount by card", FieldKind.DERIVED)),
            Optional.of("card"),
            Optional.of("at"));

    DataTable some = read(file, keyed, ReadOptions.defaults(1).withMostRows(2_000));

    Map<String, Long> rowsOfKeys =
        IntStream.range(0, some.events().rows())
            .mapToObj(some.events()::key)
            .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    assertThat(rowsOfKeys.values()).containsOnly(20L);
    assertThat(rowsOfKeys).hasSizeBetween(60, 140);
    assertThat(some.warnings().get(0)).contains("rows of some of its keys are used");
  }

  @Test
  void largeDataIsSampledTheSameForTheSameSeedAndInOrder() throws Exception {
    Path file = write("data.csv", numbers(10_000));

    DataTable one = read(file, options().withMostRows(500));
    DataTable same = read(file, options().withMostRows(500));
    DataTable other = read(file, ReadOptions.defaults(2).withMostRows(500));

    List<Double> values = column(one);
    assertThat(values).hasSize(500).isSorted().isEqualTo(column(same)).isNotEqualTo(column(other));
    assertThat(values.stream().mapToDouble(v -> v).average().orElseThrow()).isBetween(4500., 5500.);
    assertThat(one.warnings())
        .containsExactly("data.csv has 10,000 rows; a uniform sample of 500 is used");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          data.csv   | amount,b\\n1,2\\n3\\n     | data.csv cannot be read: line 3: Expected Number of Columns: 2 Found: 1
          data.csv   | amount,b\\n1,"2\\n3,4\\n  | unterminated quote
          data.csv   |                           | data.csv is empty: expected column names in the first line
          data.csv   | 1,2\\n3,4\\n              | data.csv: expected column names in the first line, found only numbers, such as 1
          data.csv   | amount\\n                 | data.csv has no rows
          data.csv   | amont,b\\n1,2\\n          | field amount is not in data.csv; the closest columns are amont, b
          data.jsonl | {"amount": "x"}           | field amount: expected numbers, found text in data.jsonl
          data.jsonl | {"amount": [1]}           | field amount: expected numbers, text or points in time, found BIGINT[] in data.jsonl
          data.jsonl | [1, 2]                    | data.jsonl: expected JSON objects, found other values
          data.jsonl | {"amount": 1              | data.jsonl cannot be read: Invalid Input Error: Malformed JSON
          data.txt   | amount                    | data.txt: expected a file that ends in .csv
          data.parquet | PAR1                    | data.parquet cannot be read
          """)
  void unusableDataIsRefusedInOneSentence(String name, String content, String message)
      throws Exception {
    String text = content == null ? "" : content.replace("\\n", "\n");
    Path file = write(name, text);

    assertThatThrownBy(() -> read(file, AMOUNT))
        .isInstanceOf(DataException.class)
        .message()
        .contains(message)
        .doesNotContain("\n");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> read(folder.resolve("no.csv"), AMOUNT))
        .hasMessageContaining("no.csv does not exist");
    assertThatThrownBy(() -> read(folder, AMOUNT)).hasMessageContaining("is not a file");
  }

  @Test
  void aWrongQueryIsRefusedInOneSentence() {
    assertThatThrownBy(() -> DataReader.open(DataSelection.ofQuery("SELEC 1")))
        .hasMessageStartingWith("the query's result cannot be read: Parser Error: syntax error");
  }

  @ParameterizedTest
  @CsvSource({"2,'found 2'", "maybe,found maybe", "'',found nothing"})
  void aLabelIsZeroOrOne(String label, String message) throws Exception {
    Path file = write("data.csv", "amount,label\n1,0\n2," + label + "\n3,1\n");

    assertThatThrownBy(() -> read(file, options().withLabel(Optional.of("label"))))
        .hasMessageContaining(
            "label column label, row 2: expected 0 or 1 (or false or true), " + message);
  }

  @Test
  void labelsStayBesideTheirRows() throws Exception {
    Path file = write("data.csv", "amount,y\n1,false\n2,true\n3,FALSE\n");

    DataTable table = read(file, options().withLabel(Optional.of("y")));

    assertThat(table.labels().orElseThrow()).containsExactly(false, true, false);
  }

  @Test
  void classesAreNumberedInTheOrderOfTheirFirstRows() throws Exception {
    Path file = write("data.csv", "amount,kind,y\n1,b,0\nx,c,0\n2,,1\n3,a,0\n4,b,0\n" + many(20));

    DataTable table =
        read(file, options().withLabel(Optional.of("y")).withClasses(Optional.of("kind")));

    assertThat(table.classes().orElseThrow().numbers()).startsWith(0, -1, 1, 0).hasSize(24);
    assertThat(table.classes().orElseThrow().names()).containsExactly("b", "a");
    assertThat(table.classes().orElseThrow().namesAmong(new int[] {0, 1})).containsExactly("b");
    assertThat(table.classes().orElseThrow().namesAmong(new int[] {1})).isEmpty();
    assertThat(table.labels().orElseThrow()).startsWith(false, true, false);
    assertThat(read(file, options()).classes()).isEmpty();
  }

  private static String many(int rows) {
    return "5,b,0\n".repeat(rows);
  }

  @Test
  void aNumberNamesOneClassHoweverItIsWritten() throws Exception {
    Path file = write("data.csv", "amount,kind\n1,2.0\n2,3.5\n3,2\n");

    DataTable table = read(file, options().withClasses(Optional.of("kind")));

    assertThat(table.classes().orElseThrow().numbers()).containsExactly(0, 1, 0);
    assertThat(table.classes().orElseThrow().names()).containsExactly("2", "3.5");
  }

  @Test
  void aColumnOfTooManyClassesIsRefused() throws Exception {
    Path file = write("data.csv", numbers(1_001));

    assertThatThrownBy(() -> read(file, options().withClasses(Optional.of("amount"))))
        .hasMessage("class column amount: expected at most 1,000 classes, found more");
  }

  @Test
  void aLabelAmongTheFeaturesIsWarnedOf() throws Exception {
    Path file = write("data.csv", "amount\n0\n1\n");

    DataTable table = read(file, options().withLabel(Optional.of("amount")));

    assertThat(table.warnings())
        .containsExactly("label column amount is also a feature: the detector reads the answer");
  }

  @Test
  void rowsComeOneByOneInTheFilesOrder() throws Exception {
    Path file = write("data.csv", numbers(200_000));

    try (DataReader reader = DataReader.open(DataSelection.ofFile(file));
        EventRows rows = reader.events(AMOUNT, Optional.empty())) {
      long read = 0;
      while (rows.next()) {
        read++;
        assertThat(rows.event().number(0)).isEqualTo(read);
        assertThat(rows.number()).isEqualTo(read);
      }
      assertThat(read).isEqualTo(200_000);
    }
  }

  private static List<Double> column(DataTable table) {
    Event event = new Event(table.events().layout());
    return IntStream.range(0, table.events().rows())
        .mapToObj(
            row -> {
              table.events().read(row, event);
              return event.number(0);
            })
        .toList();
  }

  private static String numbers(int rows) {
    return IntStream.rangeClosed(1, rows)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining("\n", "amount\n", "\n"));
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static ReadOptions options() {
    return ReadOptions.defaults(1);
  }

  private static DataTable read(Path file, EventLayout layout) throws DataException {
    return read(file, layout, options());
  }

  private static DataTable read(Path file, ReadOptions options) throws DataException {
    return read(file, AMOUNT, options);
  }

  private static DataTable read(Path file, EventLayout layout, ReadOptions options)
      throws DataException {
    try (DataReader reader = DataReader.open(DataSelection.ofFile(file))) {
      return reader.table(layout, options);
    }
  }

  private static EventLayout layout(EventField... fields) {
    return new EventLayout(List.of(fields), Optional.empty(), Optional.empty());
  }

  private static EventField number(String path) {
    return new EventField(path, FieldKind.NUMBER);
  }

  private static EventField text(String path) {
    return new EventField(path, FieldKind.TEXT);
  }
}
