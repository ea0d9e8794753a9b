package io.residua.detector.definition;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayFileTest {
  private static final String YAML =
      """
      detector: a
      input: { topic: t }
      features: [ { field: at, encode: [hour-of-day, { holiday: HOLIDAYS }] } ]
      """;

  @TempDir Path folder;

  @Test
  void readsDatesWithAndWithoutNames() throws Exception {
    HolidayCalendar calendar =
        read(
            """
            \uFEFFDate;Name
            # Austria
            2026-12-26

            2026-12-25, "Christmas Day",AT
            2027-01-01\tNew   Year
            2026-12-25 again
            """);

    assertThat(calendar.days())
        .containsExactly(
            entry(LocalDate.of(2026, 12, 25), "Christmas Day ,AT"),
            entry(LocalDate.of(2026, 12, 26), ""),
            entry(LocalDate.of(2027, 1, 1), "New Year"));
  }

  @Test
  void theModelHoldsTheDatesAndNotTheFile() throws Exception {
    Files.writeString(folder.resolve("at.csv"), "2026-12-25,Christmas\n2026-12-26\n");
    DetectorDefinition definition =
        DefinitionParser.parse(YAML.replace("HOLIDAYS", "at.csv"), folder);

    String written = DefinitionWriter.write(definition);

    assertThat(written)
        .contains("{ holiday: [\"2026-12-25 Christmas\", \"2026-12-26\"] }")
        .doesNotContain("at.csv");
    assertThat(DefinitionParser.parse(written, null)).isEqualTo(definition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-25\\n25.12.2026 | line 2: expected a date such as 2026-12-25, with or without a"
            + " name behind it, found \"25.12.2026\"",
        "date\\n2026-02-30 x | line 2: expected a date such as 2026-12-25, with or without a name"
            + " behind it, found \"2026-02-30 x\"",
        "BEGIN:VCALENDAR | line 1: expected a date such as 2026-12-25, with or without a name"
            + " behind it, found \"BEGIN:VCALENDAR\"",
        "2026-12-25Christmas | line 1: expected a date such as 2026-12-25, with or without a name"
            + " behind it, found \"2026-12-25Christmas\"",
      })
  void namesTheLineThatIsNoDate(String content, String message) {
    assertThatThrownBy(() -> read(content.replace("\\n", "\n")))
        .hasMessage(
            "line 3, features[0].encode[1].holiday: the holiday file \"at.csv\", " + message);
  }

  @Test
  void refusesAFileWithoutHolidaysOrWithTooMany() {
    assertThatThrownBy(() -> read("# nothing\n"))
        .hasMessageEndingWith("holiday: expected 1 to 2000 holidays, found 0");
    assertThatThrownBy(() -> read(days(2001)))
        .hasMessageEndingWith("holiday: expected 1 to 2000 holidays, found 2001");
  }

  @Test
  void saysThatTheFileIsNotThereOrMayNotBeRead() {
    assertThatThrownBy(() -> DefinitionParser.parse(YAML.replace("HOLIDAYS", "no.csv"), folder))
        .hasMessageContaining("the holiday file \"no.csv\" cannot be read: no such file: ");
    assertThatThrownBy(() -> DefinitionParser.parse(YAML.replace("HOLIDAYS", "at.csv"), null))
        .hasMessageEndingWith(
            "expected a list of dates such as 2026-12-25, as no file can be read from here, found"
                + " \"at.csv\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[2026-12-25, xmas] | encode[1].holiday[1]: expected a date such as 2026-12-25, with or"
            + " without a name behind it, found \"xmas\"",
        "[] | encode[1].holiday: expected 1 to 2000 holidays, found 0",
        "{ a: b } | encode[1].holiday: expected a file of holidays or a list of dates such as"
            + " 2026-12-25, found a section",
        "[2026-12-25], zone: UTC | encode[1].zone: unknown key",
      })
  void saysWhatIsWrongWithAList(String list, String message) {
    assertThatThrownBy(() -> DefinitionParser.parse(YAML.replace("HOLIDAYS", list), null))
        .hasMessage("line 3, features[0]." + message);
  }

  @Test
  void aLongNameIsCut() throws Exception {
    HolidayCalendar calendar = read("2026-12-25 " + "x".repeat(59) + "\uD83D\uDE00 and more");

    assertThat(List.copyOf(calendar.days().values())).containsExactly("x".repeat(59));
  }

  private HolidayCalendar read(String content) throws Exception {
    Files.writeString(folder.resolve("at.csv"), content);
    DetectorDefinition definition =
        DefinitionParser.parse(YAML.replace("HOLIDAYS", "at.csv"), folder);
    EncodingSpec holiday = definition.features().get(0).encodings().get(1);
    return ((EncodingSpec.Holiday) holiday).calendar();
  }

  private static String days(int count) {
    StringBuilder days = new StringBuilder();
    for (int i = 0; i < count; i++) {
      days.append(LocalDate.ofEpochDay(i)).append('\n');
    }
    return days.toString();
  }
}
