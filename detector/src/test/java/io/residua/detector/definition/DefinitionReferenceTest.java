package io.residua.detector.definition;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps docs/definition.md exact. */
class DefinitionReferenceTest {
  private static final Path REFERENCE = Path.of("..", "docs", "definition.md");

  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          entry("input.format", Names.of(Defaults.INPUT_FORMAT)),
          entry("input.repartition", String.valueOf(Defaults.REPARTITION)),
          entry("features[].fitted", String.valueOf(Defaults.DEVIATION_FITTED)),
          entry("features[].log", String.valueOf(Defaults.DEVIATION_LOG)),
          entry("features[].memory", String.valueOf(Defaults.DEVIATION_MEMORY)),
          entry("features[].steps", String.valueOf(Defaults.STEPS_BACK)),
          entry("features[].sequence.fitted", String.valueOf(Defaults.DEVIATION_FITTED)),
          entry("features[].sequence.memory", String.valueOf(Defaults.SEQUENCE_MEMORY)),
          entry("features[].sequence.normalise", Names.of(Defaults.NORMALISATION)),
          entry("state.ttl", DurationNotation.write(Defaults.TIME_TO_LIVE)),
          entry("missing", Names.of(Defaults.MISSING)),
          entry("model.family", Names.of(Defaults.FAMILY)),
          entry("model.encoder", Names.of(Defaults.ENCODER)),
          entry("model.corruption", Names.of(Defaults.CORRUPTION)),
          entry("model.corruption-level", Numbers.write(Defaults.CORRUPTION_LEVEL)),
          entry("model.learning-rate", Numbers.write(Defaults.LEARNING_RATE)),
          entry("model.validation", Numbers.write(Defaults.VALIDATION)),
          entry("model.patience", String.valueOf(Defaults.PATIENCE)),
          entry("calibration.budget", BudgetNotation.write(Defaults.BUDGET)),
          entry("calibration.recalibrate.over", String.valueOf(Defaults.RECALIBRATION.over())),
          entry("calibration.recalibrate.at-most", Numbers.write(Defaults.RECALIBRATION.atMost())),
          entry("alerts.explain", String.valueOf(Defaults.EXPLAIN)),
          entry("alerts.consecutive", ConsecutiveNotation.write(Defaults.CONSECUTIVE)),
          entry("alerts.close-after", DurationNotation.write(Defaults.CLOSE_AFTER)),
          entry("alerts.update-every", DurationNotation.write(Defaults.UPDATE_EVERY)),
          entry("alerts.cooldown", DurationNotation.write(Defaults.COOLDOWN)),
          entry("alerts.severity.medium", String.valueOf(Defaults.LEVELS.medium())),
          entry("alerts.severity.high", String.valueOf(Defaults.LEVELS.high())),
          entry("alerts.severity.critical", String.valueOf(Defaults.LEVELS.critical())),
          entry(
              "alerts.suppress[].maintenance[].zone",
              YamlText.scalar(Defaults.MAINTENANCE_ZONE.getId())),
          entry("outputs.scores", ShareNotation.write(Defaults.SCORES)),
          entry("outputs.embeddings", ShareNotation.write(Defaults.EMBEDDINGS)),
          entry("outputs.format", Names.of(Defaults.OUTPUT_FORMAT)));

  /** One line of the reference's first table. */
  private record Row(String key, String meaning, String byDefault, String example) {}

  @Test
  void hasEveryKeyOnceAndNoOther() throws IOException {
    assertThat(rows()).extracting(Row::key).containsExactlyInAnyOrderElementsOf(Keys.paths());
  }

  @Test
  void tellsTheDefaultsAsTheyAre() throws IOException {
    Map<String, String> told =
        rows().stream()
            .filter(row -> row.byDefault().matches("`[^`]*`"))
            .collect(Collectors.toMap(Row::key, row -> row.byDefault().replace("`", "")));

    Map<String, String> defaults = new TreeMap<>(DEFAULTS);
    Stream.of(Family.values())
        .flatMap(family -> family.settings().stream())
        .forEach(setting -> defaults.put("model." + setting.key(), setting.byDefault()));
    assertThat(told).isEqualTo(defaults);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void hasExamplesThatWork(String key, String example) throws DefinitionException {
    String section = key.replaceAll("[.\\[].*", "");
    String rest =
        Stream.of(
                "detector: a",
                "input: { topic: t, key: k, time: at }",
                "features: [ { field: x, transform: none } ]")
            .filter(line -> !line.startsWith(section + ":"))
            .collect(Collectors.joining("\n"));

    DefinitionParser.parse(rest + "\n" + example, null);

    assertThat(example).contains(key.replaceAll(".*\\.", "") + ":").startsWith(section + ":");
  }

  static Stream<Object[]> examples() throws IOException {
    return rows().stream()
        .map(row -> new Object[] {row.key(), row.example().replaceAll("^`|`$", "")});
  }

  @Test
  void beginsWithADefinitionThatWorks() throws Exception {
    Matcher yaml =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(REFERENCE));

    assertThat(yaml.find()).isTrue();
    assertThat(DefinitionParser.parse(yaml.group(1), null).features()).hasSize(5);
  }

  @Test
  void showsAlertRulesThatWork() throws Exception {
    Matcher yaml =
        Pattern.compile("```yaml\n(alerts:.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(REFERENCE));
    String rest =
        "detector: a\ninput: { topic: t }\nfeatures: [ { field: amount, transform: none } ]\n";

    assertThat(yaml.find()).isTrue();
    assertThat(DefinitionParser.parse(rest + yaml.group(1), null).alerts().suppress()).hasSize(2);
  }

  @Test
  void showsAnEncoderOfSequencesThatWorks() throws Exception {
    Matcher yaml =
        Pattern.compile("```yaml\n(features:.*?encoder: .*?)```", Pattern.DOTALL)
            .matcher(Files.readString(REFERENCE));
    String rest = "detector: a\ninput: { topic: t, key: host, time: at }\n";

    assertThat(yaml.find()).isTrue();
    assertThat(DefinitionParser.parse(rest + yaml.group(1), null).model().encoder())
        .isEqualTo(ModelSpec.EncoderKind.CONVOLUTION);
  }

  @Test
  void namesEveryTransformAndEncoding() throws IOException {
    List<String> names =
        Files.readAllLines(REFERENCE).stream()
            .dropWhile(line -> !line.startsWith("## Transforms"))
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("`")[1])
            .toList();

    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    Names.all(TransformSpec.Simple.class).stream(),
                    Names.all(EncodingSpec.Simple.class).stream(),
                    Stream.of("clip:LOW:HIGH", "hash:SLOTS"),
                    Keys.ENCODE.stream())
                .flatMap(all -> all)
                .toList());
  }

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(REFERENCE).stream()
        .takeWhile(line -> !line.startsWith("## Keyed"))
        .filter(line -> line.startsWith("| `"))
        .map(line -> Arrays.stream(line.split("(?<!\\\\)\\|")).map(String::strip).toList())
        .map(
            cells ->
                new Row(cells.get(1).replace("`", ""), cells.get(2), cells.get(3), cells.get(4)))
        .toList();
  }
}
