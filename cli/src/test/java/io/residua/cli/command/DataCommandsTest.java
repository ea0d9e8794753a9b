package io.residua.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.residua.cli.Run;
import io.residua.detector.fixture.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that read data files, on a known model and small files. */
class DataCommandsTest {
  private static final String PAYMENTS =
      """
      card,at,amount,category,label
      card-1,2026-02-01T00:00:00Z,50,food,0
      card-2,2026-02-01T00:01:00Z,55,travel,0
      card-1,2026-02-01T00:02:00Z,45,food,0
      card-1,2026-02-01T00:03:00Z,5000,food,1
      card-2,2026-02-01T00:04:00Z,,,0
      """;

  @TempDir Path folder;
  private Path model;
  private Path data;
  private Path definition;

  @BeforeEach
  void writeModelAndData() throws IOException {
    model = Files.write(folder.resolve("small-1.residua"), Fixtures.bundleBytes(1));
    data = Files.writeString(folder.resolve("payments.csv"), PAYMENTS);
    definition = Files.writeString(folder.resolve("small.yaml"), Fixtures.DEFINITION);
  }

  @Test
  void evaluateTellsEveryFigure() throws IOException {
    Run run = Run.of("evaluate", "--model", model, "--data", data, "--label", "label", "--json");

    JsonNode result = new ObjectMapper().readTree(run.out());
    assertThat(run.exitCode()).isZero();
    assertThat(result.get("auc_roc").asDouble()).isEqualTo(1);
    assertThat(result.get("recall").asDouble()).isEqualTo(1);
    assertThat(result.get("anomalies").asInt()).isEqualTo(1);
    assertThat(result.get("rejected").asInt()).isEqualTo(1);
    assertThat(result.get("budget").asDouble()).isEqualTo(0.01);
    assertThat(result.fieldNames())
        .toIterable()
        .contains("auc_pr", "precision", "f1", "false_alarm_rate", "alerts_per_day");
  }

  @Test
  void figuresThatTheLabelsCannotCarryAreNull() throws IOException {
    Run run =
        Run.of(
            "evaluate",
            "--model",
            model,
            "--data",
            data,
            "--where",
            "label = 0",
            "--label",
            "label",
            "--json");

    assertThat(new ObjectMapper().readTree(run.out()).get("auc_roc").isNull()).isTrue();
  }

  @Test
  void scoreAddsItsColumns() throws IOException {
    Path out = folder.resolve("scored.csv");

    Run run = Run.of("score", "--model", model, "--data", data, "--out", out, "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("\"rows\":5")
        .contains("\"scored\":4")
        .contains("\"rejected\":1");
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0))
        .contains("card,at,amount,category,label,score,p_value,severity,anomaly,top_fields");
  }

  @Test
  void suggestWritesADefinitionThatValidatesAgainstItsData() throws IOException {
    Path cards = folder.resolve("cards.csv");
    Path suggested = folder.resolve("cards.yaml");
    Run.of("simulate", "cards", "--out", cards, "--rows", 3000);

    Run suggestion = Run.of("suggest", "--data", cards, "--out", suggested, "--topic", "t");
    Run validation = Run.of("validate", suggested, "--data", cards, "--json");

    assertThat(suggestion.exitCode()).isZero();
    assertThat(Files.readString(suggested)).contains("detector: cards\n").contains("topic: t\n");
    assertThat(validation.exitCode()).isZero();
    assertThat(validation.out()).contains("\"valid\":true").contains("\"problems\":[]");
  }

  @Test
  void validateTellsEveryProblemAtOnceOnStandardOutput() throws IOException {
    Files.writeString(
        definition, "detector: Small\ninput: {topic: t, frmat: json}\nfeatures: []\n");

    Run run = Run.of("validate", definition);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("detector", "input.frmat", "features");
    assertThat(run.out().lines()).allMatch(line -> line.startsWith(definition.toString()));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void validateWarnsOfALabelAmongTheFeatures() throws IOException {
    Files.writeString(
        definition,
        Fixtures.DEFINITION.replace(
            "features:", "features:\n  - field: label\n    transform: none"));

    Run run = Run.of("validate", definition, "--data", data);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("warning: ").contains("label");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          evaluate --model MODEL --data DATA --label labl         | field labl is not in payments.csv
          evaluate --model MODEL --data none.csv --label label    | file none.csv does not exist
          evaluate --model MODEL --query SELEC --label label      | the query's result cannot be read
          evaluate --model MODEL --data DATA --where x= --label l | payments.csv cannot be read
          score --model MODEL --data DATA --out scored.xls        | scored.xls: expected a file that ends
          sample --model MODEL --out drawn.csv                    | no records can be drawn from model
          sample --model none --out drawn.csv                     | there is no model of none in models
          validate DEFINITION --data EMPTY                        | DEFINITION: empty.csv
          train DEFINITION --data EMPTY                           | empty.csv
          train DEFINITION --data DATA --registry REGISTRY        |
          train none.yaml --data DATA                             | no such file: none.yaml
          suggest --data EMPTY                                    | empty.csv
          produce --data none.csv --topic t                       | file none.csv does not exist
          produce --data DATA --topic t --key k                   | there is no column k in
          produce --data DATA --topic t --bootstrap localhost:1   | no Kafka broker answers at localhost:1
          produce --data DATA --topic t --bootstrap nowhere       | expected the address of a Kafka broker
          run --model MODEL --bootstrap localhost:1               | no Kafka broker answers at localhost:1
          run --model MODEL --config none.yaml                    | cannot read the settings none.yaml
          broker --host 0.0.0.0                                   | host must be a name or address
          """)
  void badInputIsOneSentenceAndExitCodeOne(String line, String sentence) throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    Object[] words =
        line.replace("MODEL", model.toString())
            .replace("DATA", data.toString())
            .replace("DEFINITION", definition.toString())
            .replace("EMPTY", empty.toString())
            .replace("REGISTRY", folder.resolve("models").toString())
            .split(" +");

    Run run = Run.of(words);

    String said = (run.err() + run.out()).replace(definition.toString(), "DEFINITION");
    assertThat(run.exitCode()).as(said).isEqualTo(1);
    assertThat(said.lines().filter(text -> !text.startsWith("note: "))).hasSize(1);
    assertThat(said).contains(sentence == null ? "error: " : sentence);
    assertThat(said).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sample --model m                              | Missing required option: '--out=FILE'
          sample --model m --out a.csv --count 0        | expected a whole number of at least 1, found '0'
          sample --model m --out a.csv --seed x         | 'x' is not a long
          produce --data a --topic t --rate fast        | expected records a second such as 200/s
          produce --data a --topic t --format xml       | expected one of [json, avro]
          run --model m --http-port 70000               | expected a port from 0 to 65535
          run --model m --engine flink                  | expected one of [kafka-streams]
          evaluate --model m --label l                  | Missing required argument
          evaluate --model m --label l --data a --query b | mutually exclusive
          train a.yaml --data b --seed x                | '--seed'
          """)
  void wrongUseIsOneSentenceAndExitCodeTwo(String line, String sentence) {
    Run run = Run.of((Object[]) line.split(" +"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("error: ").contains(sentence);
    assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
  }
}
