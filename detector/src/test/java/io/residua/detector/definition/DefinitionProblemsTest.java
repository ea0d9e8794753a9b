package io.residua.detector.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message of the parser, each with the line that causes it. */
class DefinitionProblemsTest {
  private static final String INPUT = "detector: a\ninput: { topic: t }\n";
  private static final String FEATURES = "features: [ { field: x, transform: none } ]\n";
  private static final String VALID = INPUT + FEATURES;

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void saysWhatIsWrongWithTheFile(String name, String yaml, String message) {
    assertThat(problemOf(yaml)).isEqualTo(message);
  }

  static Stream<Arguments> saysWhatIsWrongWithTheFile() {
    return Stream.of(
        arguments("nothing", "", "expected a detector definition, found an empty file"),
        arguments("comment", "# x\n", "expected a detector definition, found an empty file"),
        arguments(
            "a scalar",
            "hello",
            "line 1: expected a section with the keys detector, input, features, state, missing,"
                + " model, calibration, alerts, outputs, found \"hello\""),
        arguments(
            "a list",
            "- a",
            "line 1: expected a section with the keys detector, input, features, state, missing,"
                + " model, calibration, alerts, outputs, found a list"),
        arguments(
            "two documents",
            VALID + "---\nb: 1\n",
            "line 4: not valid YAML at column 1: but found another document"),
        arguments(
            "a colon too many",
            "detector: a\ninput: b: c\n",
            "line 2: not valid YAML at column 9: mapping values are not allowed here"),
        arguments(
            "a tab",
            "detector: a\ninput:\n\ttopic: t\n",
            "line 3: not valid YAML at column 1: found character '\\t(TAB)' that cannot start any"
                + " token. (Do not use \\t(TAB) for indentation)"),
        arguments(
            "an open bracket",
            "detector: a\nfeatures: [ { field: x\n",
            "line 3: not valid YAML at column 1: expected ',' or '}', but got <stream end>"),
        arguments(
            "an open quote",
            "detector: \"a\n",
            "line 2: not valid YAML at column 1: found unexpected end of stream"),
        arguments(
            "a control character",
            "detector: a\ninput: \u0007\n",
            "line 2: not valid YAML: character U+0007"),
        arguments(
            "an anchor",
            "detector: &x a\ninput: { topic: *x }\n",
            "line 1: anchors and aliases are not allowed, found &x"),
        arguments(
            "an alias of nothing",
            "detector: *x\n",
            "line 1: not valid YAML at column 11: found undefined alias x"),
        arguments(
            "a tag",
            "detector: !!java.lang.Runtime a\n",
            "line 1: not valid YAML at column 11: Global tag is not allowed:"
                + " tag:yaml.org,2002:java.lang.Runtime"),
        arguments("a tag of its own", "detector: !x a\n", "line 1: tags are not allowed, found !x"),
        arguments(
            "depth",
            "detector: " + "[".repeat(1000) + "]".repeat(1000),
            "not valid YAML: Nesting Depth exceeded max 20"),
        arguments(
            "size",
            "#".repeat(1 << 20) + "\n",
            "expected at most 1048576 characters, found 1048577"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void saysWhatIsWrongWithASetting(String yaml, String message) {
    assertThat(problemOf(VALID + yaml)).isEqualTo("line 4, " + message);
  }

  static Stream<Arguments> saysWhatIsWrongWithASetting() {
    return Stream.of(
        arguments("modle: {}", "modle: unknown key; did you mean \"model\"?"),
        arguments("zebra: {}", "zebra: unknown key"),
        arguments("<<: { a: 1 }", "<<: unknown key"),
        arguments("alerts: { ? [a] : 1 }", "alerts: expected a key, found a list or a section"),
        arguments("detector: b", "detector: stands twice; the first is on line 1"),
        arguments("missing: 1", "missing: expected one of impute-and-flag, reject, found \"1\""),
        arguments(
            "missing: [reject]", "missing: expected one of impute-and-flag, reject, found a list"),
        arguments("missing:", "missing: expected one of impute-and-flag, reject, found nothing"),
        arguments(
            "missing: rejct",
            "missing: expected one of impute-and-flag, reject, found \"rejct\"; did you mean"
                + " \"reject\"?"),
        arguments("calibration: { fdr: 0.05 }", "calibration.fdr: unknown key"),
        arguments(
            "calibration: { recalibrate: true }",
            "calibration.recalibrate: expected a section with the keys over, at-most, found"
                + " \"true\""),
        arguments(
            "calibration: { recalibrate: { over: 999 } }",
            "calibration.recalibrate.over: expected a whole number from 1000 to 100000000, found"
                + " \"999\""),
        arguments(
            "calibration: { recalibrate: { at-most: 1 } }",
            "calibration.recalibrate.at-most: expected a number above 1 and at most 100, found"
                + " \"1\""),
        arguments(
            "calibration: { budget: fdr 0.05 over 9 }",
            "calibration.budget: expected \"1 in N\" with N above 1, \"N per day\" with N above 0,"
                + " \"quantile Q\" with Q between 0 and 1, or \"fdr Q over N\" with Q between 0 and 1"
                + " and N from 10 to 1000000, found \"fdr 0.05 over 9\""),
        arguments(
            "calibration: { budget: 1 in 1 }",
            "calibration.budget: expected \"1 in N\" with N above 1, \"N per day\" with N above 0,"
                + " \"quantile Q\" with Q between 0 and 1, or \"fdr Q over N\" with Q between 0 and 1"
                + " and N from 10 to 1000000, found \"1 in 1\""),
        arguments(
            "calibration: { budget: 0 per day }",
            "calibration.budget: expected \"1 in N\" with N above 1, \"N per day\" with N above 0,"
                + " \"quantile Q\" with Q between 0 and 1, or \"fdr Q over N\" with Q between 0 and 1"
                + " and N from 10 to 1000000, found \"0 per day\""),
        arguments(
            "calibration: { budget: quantile 1e999 }",
            "calibration.budget: expected \"1 in N\" with N above 1, \"N per day\" with N above 0,"
                + " \"quantile Q\" with Q between 0 and 1, or \"fdr Q over N\" with Q between 0 and 1"
                + " and N from 10 to 1000000, found \"quantile 1e999\""),
        arguments(
            "calibration: { budget: 0.01 }",
            "calibration.budget: expected \"1 in N\" with N above 1, \"N per day\" with N above 0,"
                + " \"quantile Q\" with Q between 0 and 1, or \"fdr Q over N\" with Q between 0 and 1"
                + " and N from 10 to 1000000, found \"0.01\""),
        arguments(
            "alerts: { explain: 101 }",
            "alerts.explain: expected a whole number from 0 to 100, found \"101\""),
        arguments(
            "outputs: { scores: some }",
            "outputs.scores: expected all, none or \"1 in N\" with N from 1 to 2147483647, found"
                + " \"some\""),
        arguments(
            "outputs: { scores: 1 in 0 }",
            "outputs.scores: expected all, none or \"1 in N\" with N from 1 to 2147483647, found"
                + " \"1 in 0\""),
        arguments(
            "outputs: { embeddings: 1 in 2147483648 }",
            "outputs.embeddings: expected all, none or \"1 in N\" with N from 1 to 2147483647,"
                + " found \"1 in 2147483648\""),
        arguments(
            "outputs: { format: xml }",
            "outputs.format: expected one of avro, json, found \"xml\""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void saysWhatIsWrongWithTheInput(String input, String message) {
    assertThat(problemOf("detector: a\n" + input + "\n" + FEATURES))
        .isEqualTo("line 2, " + message);
  }

  static Stream<Arguments> saysWhatIsWrongWithTheInput() {
    String topicRule =
        "input.topic: expected a topic's name of 1 to 249 letters, digits, dots, underscores and"
            + " hyphens, not \".\" or \"..\", found ";
    String noSchema =
        "input.schema: expected an Avro schema as JSON text (after \"schema: |\") or the path of"
            + " an .avsc file, found ";
    return Stream.of(
        arguments("input: { format: avro }", "input.topic: required, but not given"),
        arguments(
            "input: t",
            "input: expected a section with the keys topic, format, schema, key, repartition, time, found"
                + " \"t\""),
        arguments(
            "input: { topic: [] }", "input.topic: expected a topic's name, found an empty list"),
        arguments("input: { topic: .. }", topicRule + "\"..\""),
        arguments("input: { topic: '' }", topicRule + "\"\""),
        arguments(
            "input: { topic: " + "x".repeat(250) + " }", topicRule + "\"" + "x".repeat(40) + "…\""),
        arguments(
            "input: { topic: t, format: csv }",
            "input.format: expected one of avro, json, found \"csv\""),
        arguments(
            "input: { topic: t, key: a..b }",
            "input.key: expected a field's path of 1 to 249 characters, with dots between names,"
                + " found \"a..b\""),
        arguments(
            "input: { topic: t, time: \" \" }",
            "input.time: expected a field's path of 1 to 249 characters, with dots between names,"
                + " found \" \""),
        arguments(
            "input: { topic: t, format: json, schema: '{}' }",
            "input.schema: a schema is for format avro, found it with format json"),
        arguments("input: { topic: t, schema: {type: record} }", noSchema + "a section"),
        arguments(
            "input: { topic: t, schema: /etc/passwd }",
            "input.schema: expected an Avro schema as JSON text, as no file can be read from here,"
                + " found \"/etc/passwd\""),
        arguments(
            "input: { topic: t, schema: '{\"type\": \"map\", \"values\": \"int\"}' }",
            "input.schema: expected an Avro schema of a record, found map"),
        arguments(
            "input: { topic: t, schema: '{\"type\": \"record\", \"name\": \"R\", \"fields\":"
                + " [{\"name\": \"x\", \"type\": \"int\", \"order\": \"up\"}]}' }",
            "input.schema: not an Avro schema: No enum constant"
                + " org.apache.avro.Schema.Field.Order.UP"),
        arguments(
            "input: { topic: t, schema: '{\"type\": \"recor\"}' }",
            "input.schema: not an Avro schema: A schema \"type\" MUST be a primitive type or one of"
                + " \"enum\", \"fixed\", \"record\", \"error\", \"array\" or \"map\"."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void saysWhatIsRequired(String yaml, String message) {
    assertThat(problemOf(yaml)).isEqualTo(message);
  }

  static Stream<Arguments> saysWhatIsRequired() {
    return Stream.of(
        arguments(INPUT, "line 1, features: required, but not given"),
        arguments(
            INPUT + "features: []",
            "line 3, features: expected a list of features, each with a field, found an empty"
                + " list"),
        arguments(
            INPUT + "features: x",
            "line 3, features: expected a list of features, each with a field, found \"x\""),
        arguments(FEATURES + "detector: a", "line 1, input: required, but not given"),
        arguments(
            "detector: '-a'\ninput: { topic: t }\n" + FEATURES,
            "line 1, detector: expected a name of 1 to 100 lower-case letters, digits and hyphens,"
                + " with a letter or digit at both ends, found \"-a\""),
        arguments(
            "missing: reject",
            """
            line 1, detector: required, but not given
            line 1, input: required, but not given
            line 1, features: required, but not given"""));
  }

  private static Arguments arguments(Object... values) {
    return Arguments.of(values);
  }

  private static String problemOf(String yaml) {
    Throwable thrown = catchThrowable(() -> DefinitionParser.parse(yaml, null));
    assertThat(thrown).isInstanceOf(DefinitionException.class);
    return thrown.getMessage();
  }
}
