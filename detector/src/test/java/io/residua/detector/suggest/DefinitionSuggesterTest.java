package io.residua.detector.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.FeatureSpec;
import io.residua.detector.feature.UnusableDataException;
import io.residua.detector.suggest.ColumnProfile.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionSuggesterTest {
  private static final long ROWS = 10_000;
  private static final ColumnProfile CPU = number("cpu", 5_000, 0, 0.1, 0.4, 0.9, 1);

  @Test
  void suggestsMetricsAsASequenceOfTheirKey() throws Exception {
    String yaml =
        DefinitionSuggester.suggest(
            "servers",
            "metrics",
            List.of(
                text("host", 3, "web-1"),
                time("at"),
                CPU,
                renamed("mem", CPU),
                renamed("io", CPU)));

    assertThat(yaml)
        .isEqualTo(
            """
            # A first definition, suggested from sample data: read it, change it, keep it.
            detector: servers
            input:
              topic: metrics
              format: json          # or avro
              key: host             # 3 values
              time: at
            features:
              - sequence:
                  fields:
                    - cpu           # 0 to 1, median 0.4
                    - mem           # 0 to 1, median 0.4
                    - io            # 0 to 1, median 0.4
                  steps: [1, 3, 9]  # and what they were so many records before
                  memory: 5000      # records after which a key's new level is its normal one
              # host                # the key: each has its own normal
              # at                  # where the hour and the day matter
            model: { hidden: [128], latent: 32 }
            calibration:
              budget: 1 in 150      # records that may be above the threshold; they come in runs
              smooth: 0.3           # one strange record among normal ones counts less than a run
            alerts:
              cooldown: 2h          # after an alert, quiet for the same key
            """);
    assertThat(DefinitionParser.parse(yaml, null).features()).hasSize(3 * 4);
  }

  private static ColumnProfile renamed(String name, ColumnProfile like) {
    return new ColumnProfile(
        name,
        like.kind(),
        like.rows(),
        like.missing(),
        like.distinct(),
        like.min(),
        like.q05(),
        like.median(),
        like.q95(),
        like.max(),
        like.ascending(),
        like.examples());
  }

  @Test
  void suggestsACommentedDefinition() throws Exception {
    String yaml =
        DefinitionSuggester.suggest(
            "servers",
            "metrics",
            List.of(
                text("host", 3, "web-1", "web-2", "db 1"),
                ascending(number("t", 3_333, 0, 100, 1_700, 3_200, 3_333)),
                time("time"),
                CPU,
                number("disk_rb", 8_000, 0, 0.5, 12, 900, 250_000),
                number("total_mem", 1, 64, 64, 64, 64, 64),
                text("status", 250, "ok"),
                text("request_uuid", 9_000, "ab-1"),
                flag("swapping"),
                number("is_fraud", 2, 0, 0, 0, 0, 1)));

    assertThat(yaml)
        .isEqualTo(
            """
            # A first definition, suggested from sample data: read it, change it, keep it.
            detector: servers
            input:
              topic: metrics
              format: json                                                           # or avro
              key: host                                                              # 3 values
              time: time
            features:
              - { field: host, encode: one-hot }                                     # so that each key has its own normal
              # - { field: t, transform: standard }                                  # never decreases: a counter or a clock
              # - { field: time, encode: [hour-of-day, day-of-week] }                # where the hour and the day matter
              - { field: cpu, transform: standard }                                  # 0 to 1, median 0.4
              - { field: disk_rb, transform: [log1p, standard] }                     # 0 to 250000, median 12
              # - { field: total_mem, transform: standard }                          # always 64
              - { field: status, encode: frequency }                                 # 250 values, as ok
              # - { field: request_uuid, encode: hash:32 }                           # nearly an identifier: 9000 values
              - { field: swapping, encode: one-hot }                                 # true or false
              # - { field: is_fraud }                                                # named like a label: what the detector must not see
              - { ratio: disk_rb }                                                   # against the key's own earlier events
              - { aggregate: disk_rb, over: 1h, stats: count, transform: standard }  # against the key's own earlier events
            calibration:
              budget: 1 in 1000                                                      # normal records that may alert; or: 20 per day, quantile 0.999
            """);
    DetectorDefinition definition = DefinitionParser.parse(yaml, null);
    assertThat(definition.features())
        .extracting(FeatureSpec::field)
        .containsExactly(
            "host",
            "cpu",
            "disk_rb",
            "status",
            "swapping",
            "ratio of disk_rb by host",
            "count of disk_rb over 1h by host");
  }

  @Test
  void saysWhatIsUsedWhereNoColumnIsKeyOrTime() throws Exception {
    String yaml = DefinitionSuggester.suggest("servers", "metrics", List.of(CPU));

    assertThat(yaml)
        .contains("  # key: without one, the Kafka record's key is used\n")
        .contains("  # time: without one, the Kafka record's timestamp is used\n");
    assertThat(DefinitionParser.parse(yaml, null).input().key()).isEmpty();
  }

  @Test
  void takesNumbersOfTheRightSizeAndNameForTheTime() throws Exception {
    ColumnProfile millis = number("ts", 9_999, 1.5e12, 1.51e12, 1.55e12, 1.59e12, 1.6e12);
    ColumnProfile seconds = number("event_time", 9_999, 0, 10, 100, 190, 200);

    String yaml = DefinitionSuggester.suggest("a", "b", List.of(seconds, millis, CPU));

    assertThat(DefinitionParser.parse(yaml, null).input().time()).contains("ts");
  }

  @ParameterizedTest(name = "{0} is a key: {1}")
  @CsvSource({
    "key, true",
    "host, true",
    "host_name, true",
    "CUSTOMER_ID, true",
    "cardId, true",
    "order-no, true",
    "is_host_login, false",
    "dst_host_count, false",
    "value, false",
    "7, false"
  })
  void takesAKeyByTheEndOfItsName(String name, boolean isKey) throws Exception {
    String yaml = DefinitionSuggester.suggest("a", "b", List.of(text(name, 3, "x"), CPU));

    assertThat(DefinitionParser.parse(yaml, null).input().key().isPresent()).isEqualTo(isKey);
  }

  @Test
  void takesTheOnlyKeyForAKeyButNotForAFeature() throws Exception {
    String yaml = DefinitionSuggester.suggest("a", "b", List.of(text("host", 1, "x"), CPU));

    DetectorDefinition definition = DefinitionParser.parse(yaml, null);
    assertThat(definition.input().key()).contains("host");
    assertThat(definition.features()).extracting(FeatureSpec::field).containsExactly("cpu");
    assertThat(yaml).containsPattern("# - \\{ field: host, encode: one-hot \\} +# always x");
  }

  @ParameterizedTest(name = "numbers named {0} are a key: {1}")
  @CsvSource({"CUSTOMER_ID, true", "host_no, true", "host, false", "card, false"})
  void takesNumbersForAKeyOnlyWhereTheyIdentify(String name, boolean isKey) throws Exception {
    ColumnProfile column = number(name, 500, 1, 10, 250, 490, 500);

    String yaml = DefinitionSuggester.suggest("a", "b", List.of(column, CPU));

    assertThat(DefinitionParser.parse(yaml, null).input().key().isPresent()).isEqualTo(isKey);
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} {4}: {5}")
  @CsvSource({
    "0, 3, 44, 150, 985, log1p",
    "0, 0, 0, 0, 57720, log1p",
    "0, 0, 0, 0.1, 1, standard",
    "65, 66, 71, 89, 92, standard",
    "-1, 3, 44, 150, 985, standard",
    "0, 40, 50, 60, 100, standard"
  })
  void takesLogarithmsOfQuantitiesThatReachFar(
      double min, double q05, double median, double q95, double max, String transform)
      throws Exception {
    ColumnProfile column = number("x", 500, min, q05, median, q95, max);

    String yaml = DefinitionSuggester.suggest("a", "b", List.of(column));

    assertThat(yaml).contains(transform);
  }

  @Test
  void leavesAKeyOfManyValuesOutOfTheFeatures() throws Exception {
    ColumnProfile customer = number("CUSTOMER_ID", 500, 1, 10, 250, 490, 500);

    String yaml = DefinitionSuggester.suggest("a", "b", List.of(customer, CPU));

    assertThat(yaml).containsPattern("# - \\{ field: CUSTOMER_ID \\} +# the key: 500 values");
    assertThat(DefinitionParser.parse(yaml, null).input().key()).contains("CUSTOMER_ID");
  }

  @Test
  void survivesNamesAndValuesOfAnyKind() throws Exception {
    ColumnProfile odd = text("a: {b}\n#c", 2, "x\ny", "\u0000\u2028\uD800", "…".repeat(50));
    ColumnProfile notAPath = text("a..b", 2, "x");
    ColumnProfile empty =
        new ColumnProfile("e", Kind.TEXT, 10, 10, 0, 0, 0, 0, 0, 0, false, List.of());

    String yaml =
        DefinitionSuggester.suggest("a", "b", List.of(odd, notAPath, empty, text("ü", 2, "ä")));

    assertThat(DefinitionParser.parse(yaml, null).features())
        .extracting(FeatureSpec::field)
        .containsExactly("ü");
    assertThat(yaml).contains("no value in any row; missing in 100 %");
  }

  @Test
  void refusesDataWithoutAFeature() {
    assertThatThrownBy(() -> DefinitionSuggester.suggest("a", "b", List.of(time("time"))))
        .isInstanceOf(UnusableDataException.class)
        .hasMessage("expected a column that can be a feature, found none among the 1 columns");
  }

  @ParameterizedTest
  @CsvSource({
    "transactions_2018.csv, transactions-2018",
    "servers_train.csv.gz, servers-train",
    ".hidden, hidden",
    "Card Fraud!, card-fraud",
    "--, detector",
    "'', detector"
  })
  void makesADetectorsNameOfAnyText(String text, String name) {
    assertThat(DefinitionSuggester.nameFrom(text)).isEqualTo(name);
    assertThat(DetectorDefinition.isName(name)).isTrue();
  }

  private static ColumnProfile number(
      String name, long distinct, double min, double q05, double median, double q95, double max) {
    return new ColumnProfile(
        name, Kind.NUMBER, ROWS, 0, distinct, min, q05, median, q95, max, false, List.of());
  }

  private static ColumnProfile ascending(ColumnProfile c) {
    return new ColumnProfile(
        c.name(),
        c.kind(),
        c.rows(),
        c.missing(),
        c.distinct(),
        c.min(),
        c.q05(),
        c.median(),
        c.q95(),
        c.max(),
        true,
        c.examples());
  }

  private static ColumnProfile text(String name, long distinct, String... examples) {
    return other(name, Kind.TEXT, distinct, List.of(examples));
  }

  private static ColumnProfile time(String name) {
    return other(name, Kind.TIME, 3_333, List.of());
  }

  private static ColumnProfile flag(String name) {
    return other(name, Kind.BOOLEAN, 2, List.of("false", "true"));
  }

  private static ColumnProfile other(String name, Kind kind, long distinct, List<String> examples) {
    double none = Double.NaN;
    return new ColumnProfile(
        name, kind, ROWS, 0, distinct, none, none, none, none, none, false, examples);
  }
}
