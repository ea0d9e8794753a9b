package io.residua.detector.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.definition.MaintenanceWindow.Period;
import io.residua.detector.definition.MaintenanceWindow.Weekly;
import io.residua.detector.definition.ModelSpec.Corruption;
import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import io.residua.detector.definition.ModelSpec.HiddenActivation;
import io.residua.detector.definition.ModelSpec.LatentActivation;
import io.residua.detector.definition.ModelSpec.TrainingSpec;
import io.residua.detector.definition.SuppressionRule.FieldCondition;
import io.residua.detector.event.EventField;
import io.residua.detector.event.FieldKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionParserTest {
  static final String SMALLEST =
      """
      detector: card-fraud
      input: { topic: transactions }
      features:
        - { field: amount, transform: standard }
      """;

  private static final String EVERYTHING =
      """
      detector: card-fraud
      input:
        topic: transactions
        format: avro
        schema: transaction.avsc
        key: card.id
        time: event_time
      features:
        - field: amount
          transform: [log1p, robust]
        - fields: [x, y]
          transform: [clip, "clip:-1.5:1e3", minmax, quantile]
        - field: merchant
          encode: [one-hot, frequency, hash:32]
        - field: event_time
          encode: [hour-of-day, day-of-week, day-of-month, month-of-year]
        - field: event_time
          transform: none
      missing: reject
      model:
        family: denoising
        hidden: [64, 32]
        latent: 8
        activation: relu
        latent-activation: hidden
        corruption: masking
        corruption-level: 0.25
        steps: 100
        batch: 64
        learning-rate: 1e-2
        validation: .2
        patience: 3
      calibration: { budget: 20 per day, recalibrate: { over: 5000, at-most: 3 } }
      alerts:
        explain: 0
        consecutive: 3 of 5
        close-after: 30m
        update-every: 1m
        cooldown: 2h
        by: region
        severity: { medium: 30, high: 50, critical: 80 }
        flapping: { events: 5, within: 1h }
        silence: 90s
        suppress:
          - name: small change
            field: amount
            above: -5
            below: 10
            deviation-below: 2.5
            deviation-below-percent: 20
            direction: high
          - name: known outage
            keys: [card-1, card-2]
            mute-until: 2026-12-01T09:00:00+01:00
          - name: nightly backup
            maintenance:
              - { days: [sat, sun], from: 22:00, to: 04:30, zone: Europe/Berlin }
              - { from: 03:00, to: 03:10 }
              - { from: 2026-12-24T00:00:00Z, to: 2026-12-27T00:00:00Z }
      outputs: { scores: 1 in 100, embeddings: none, format: json }
      """;

  private static final String SCHEMA =
      """
      { "type": "record", "name": "Transaction",
        "fields": [ { "name": "amount", "type": "double" } ] }
      """;

  @TempDir Path folder;

  @Test
  void fillsInTheDefaultsOfASmallDefinition() throws Exception {
    DetectorDefinition definition = DefinitionParser.parse(SMALLEST, null);

    assertThat(definition)
        .isEqualTo(
            new DetectorDefinition(
                "card-fraud",
                new InputSpec(
                    "transactions",
                    InputFormat.AVRO,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                List.of(
                    new FeatureSpec("amount", List.of(TransformSpec.Simple.STANDARD), List.of())),
                new StateSpec(Defaults.TIME_TO_LIVE),
                MissingPolicy.IMPUTE_AND_FLAG,
                new ModelSpec(
                    Family.UNDERCOMPLETE,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    new CorruptionSpec(Defaults.CORRUPTION, Defaults.CORRUPTION_LEVEL),
                    Optional.empty(),
                    new TrainingSpec(
                        Defaults.STEPS,
                        Defaults.BATCH,
                        Defaults.LEARNING_RATE,
                        Defaults.VALIDATION,
                        Defaults.PATIENCE)),
                CalibrationSpec.of(new Budget.OneIn(1_000)),
                AlertSpec.defaults(),
                new OutputSpec(OutputShare.ALL, OutputShare.ALL, OutputFormat.AVRO)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "fdr 0.05, 0.05, 1000",
    "fdr 0.2 over 500, 0.2, 500",
    "fdr 1e-2 over 1000000, 0.01, 1000000"
  })
  void readsAFalseDiscoveryRate(String budget, double rate, int records) throws Exception {
    DetectorDefinition definition =
        DefinitionParser.parse(SMALLEST + "calibration: { budget: " + budget + " }\n", null);

    assertThat(definition.calibration())
        .isEqualTo(CalibrationSpec.of(new Budget.FalseDiscovery(rate, records)));
    assertThat(definition.calibration().significance(Double.NaN)).isEqualTo(rate / records);
  }

  @Test
  void recalibratesOnlyWhereItIsTold() throws Exception {
    DetectorDefinition silent = DefinitionParser.parse(SMALLEST, null);
    DetectorDefinition told =
        DefinitionParser.parse(SMALLEST + "calibration: { recalibrate: { at-most: 2 } }\n", null);

    assertThat(silent.calibration().recalibrate()).isEmpty();
    assertThat(told.calibration().recalibrate()).contains(new RecalibrationSpec(100_000, 2));
  }

  @Test
  void readsEveryKey() throws Exception {
    Files.writeString(folder.resolve("transaction.avsc"), SCHEMA);
    Path file = Files.writeString(folder.resolve("detector.yaml"), EVERYTHING);

    DetectorDefinition definition = DefinitionParser.parse(file);

    assertThat(definition.input().schema().orElseThrow())
        .isEqualTo(
            "{\"type\":\"record\",\"name\":\"Transaction\",\"fields\":[{\"name\":\"amount\","
                + "\"type\":\"double\"}]}");
    assertThat(definition.input().key()).contains("card.id");
    assertThat(definition.input().time()).contains("event_time");
    assertThat(definition.features())
        .extracting(FeatureSpec::field)
        .containsExactly("amount", "x", "y", "merchant", "event_time", "event_time");
    assertThat(definition.features().get(2).transforms())
        .containsExactly(
            TransformSpec.Simple.CLIP,
            new TransformSpec.ClipTo(-1.5, 1000),
            TransformSpec.Simple.MINMAX,
            TransformSpec.Simple.QUANTILE);
    assertThat(definition.features().get(3).encodings())
        .containsExactly(
            EncodingSpec.Simple.ONE_HOT, EncodingSpec.Simple.FREQUENCY, new EncodingSpec.Hash(32));
    assertThat(definition.missing()).isEqualTo(MissingPolicy.REJECT);
    assertThat(definition.model())
        .isEqualTo(
            new ModelSpec(
                Family.DENOISING,
                Defaults.ENCODER,
                List.of(64, 32),
                Optional.of(8),
                Optional.of(HiddenActivation.RELU),
                Optional.of(LatentActivation.HIDDEN),
                FamilySettings.defaults(Family.DENOISING),
                new CorruptionSpec(Corruption.MASKING, 0.25),
                Optional.empty(),
                Optional.empty(),
                TrialSpec.NONE,
                new TrainingSpec(100, 64, 0.01, 0.2, 3),
                Optional.empty(),
                Optional.empty()));
    assertThat(definition.calibration())
        .isEqualTo(
            new CalibrationSpec(
                new Budget.PerDay(20),
                Optional.of(new RecalibrationSpec(5_000, 3)),
                Optional.empty()));
    assertThat(definition.alerts()).isEqualTo(everyAlertSetting());
    assertThat(definition.outputs())
        .isEqualTo(new OutputSpec(new OutputShare(100), OutputShare.NONE, OutputFormat.JSON));
  }

  private static AlertSpec everyAlertSetting() {
    FieldCondition smallChange =
        new FieldCondition(
            "amount",
            OptionalDouble.of(-5),
            OptionalDouble.of(10),
            OptionalDouble.of(2.5),
            OptionalDouble.of(20),
            Optional.of(SuppressionRule.Side.HIGH));
    List<MaintenanceWindow> windows =
        List.of(
            new Weekly(
                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                LocalTime.of(22, 0),
                LocalTime.of(4, 30),
                ZoneId.of("Europe/Berlin")),
            new Weekly(
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.of(3, 0),
                LocalTime.of(3, 10),
                Defaults.MAINTENANCE_ZONE),
            new Period(
                Instant.parse("2026-12-24T00:00:00Z"), Instant.parse("2026-12-27T00:00:00Z")));
    return new AlertSpec(
        0,
        new ConsecutiveSpec(3, 5),
        Duration.ofMinutes(30),
        Duration.ofMinutes(1),
        Duration.ofHours(2),
        Optional.of("region"),
        new SeverityLevels(30, 50, 80),
        Optional.of(new FlappingSpec(5, Duration.ofHours(1))),
        Optional.of(Duration.ofSeconds(90)),
        List.of(
            new SuppressionRule(
                "small change", Set.of(), Optional.of(smallChange), Optional.empty(), List.of()),
            new SuppressionRule(
                "known outage",
                Set.of("card-1", "card-2"),
                Optional.empty(),
                Optional.of(Instant.parse("2026-12-01T08:00:00Z")),
                List.of()),
            new SuppressionRule(
                "nightly backup", Set.of(), Optional.empty(), Optional.empty(), windows)));
  }

  @Test
  void readsASchemaInTheText() throws Exception {
    String yaml = SMALLEST.replace("}\nfeatures", ", schema: '" + SCHEMA.strip() + "' }\nfeatures");

    DetectorDefinition definition = DefinitionParser.parse(yaml, null);

    assertThat(definition.input().schema().orElseThrow()).startsWith("{\"type\":\"record\"");
  }

  @Test
  void readsScalarsAsTheyAreWritten() throws Exception {
    String yaml = SMALLEST.replace("field: amount", "field: on").replace("card-fraud", "007");

    DetectorDefinition definition = DefinitionParser.parse(yaml, null);

    assertThat(definition.features().get(0).field()).isEqualTo("on");
    assertThat(definition.name()).isEqualTo("007");
  }

  @Test
  void acceptsAByteOrderMarkAndWindowsLineEnds() throws Exception {
    Path file = folder.resolve("detector.yaml");
    Files.writeString(file, "\uFEFF" + SMALLEST.replace("\n", "\r\n"));

    assertThat(DefinitionParser.parse(file)).isEqualTo(DefinitionParser.parse(SMALLEST, null));
  }

  @Test
  void laysOutEachReadingOfAFieldOnce() throws Exception {
    Files.writeString(folder.resolve("transaction.avsc"), SCHEMA);

    DetectorDefinition definition = DefinitionParser.parse(EVERYTHING, folder);

    assertThat(EventLayouts.of(definition).fields())
        .containsExactly(
            new EventField("amount", FieldKind.NUMBER),
            new EventField("x", FieldKind.NUMBER),
            new EventField("y", FieldKind.NUMBER),
            new EventField("merchant", FieldKind.TEXT),
            new EventField("event_time", FieldKind.TIME),
            new EventField("event_time", FieldKind.NUMBER));
    assertThat(EventLayouts.of(definition).keyPath()).contains("card.id");
    assertThat(EventLayouts.of(definition).timePath()).contains("event_time");
  }

  @Test
  void saysWhichFileIsMissingTooLargeOrNotText() throws Exception {
    Path large = Files.write(folder.resolve("large.yaml"), new byte[(1 << 20) + 1]);
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28});
    Path absent = folder.resolve("absent.yaml");

    assertThatThrownBy(() -> DefinitionParser.parse(absent))
        .isInstanceOf(IOException.class)
        .hasMessage("no such file: " + absent);
    assertThatThrownBy(() -> DefinitionParser.parse(large))
        .isInstanceOf(IOException.class)
        .hasMessage("expected at most 1048576 bytes, found more: " + large);
    assertThatThrownBy(() -> DefinitionParser.parse(binary))
        .isInstanceOf(IOException.class)
        .hasMessage("expected UTF-8 text, found other bytes: " + binary);
    assertThatThrownBy(() -> DefinitionParser.parse(folder))
        .isInstanceOf(IOException.class)
        .hasMessage("expected a file, found a directory: " + folder);
  }

  @Test
  void reportsEveryProblemAtOnceInTheOrderOfTheFile() {
    String yaml =
        """
        detector: Card Fraud
        input:
          topic: "a b"
          formt: avro
        features:
          - field: amount
            transform: standart
          - field: amount
            transform: robust
          - field: amount
            transform: log1p
        missing: ignore
        model: { family: gan, steps: 0 }
        """;

    assertThatThrownBy(() -> DefinitionParser.parse(yaml, null))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            """
            line 1, detector: expected a name of 1 to 100 lower-case letters, digits and hyphens, \
            with a letter or digit at both ends, found "Card Fraud"
            line 3, input.topic: expected a topic's name of 1 to 249 letters, digits, dots, \
            underscores and hyphens, not "." or "..", found "a b"
            line 4, input.formt: unknown key; did you mean "format"?
            line 7, features[0].transform: expected a transform (standard, robust, minmax, \
            quantile, log1p, clip, none, clip:LOW:HIGH), found "standart"; did you mean "standard"?
            line 10, features[2].field: field "amount" is read as a number twice; the first is \
            features[1].field
            line 12, missing: expected one of impute-and-flag, reject, found "ignore"
            line 13, model.family: expected one of %s, found "gan"
            line 13, model.steps: expected a whole number from 1 to 10000000, found "0\""""
                .formatted(String.join(", ", Names.all(Family.class))));
  }

  @Test
  void limitsHowManyProblemsItReports() {
    String yaml = SMALLEST + "x: 1\n".repeat(1000);

    assertThatThrownBy(() -> DefinitionParser.parse(yaml, null))
        .isInstanceOf(DefinitionException.class)
        .hasMessageEndingWith("\nand 900 more problems")
        .satisfies(e -> assertThat(((DefinitionException) e).problems()).hasSize(101));
  }
}
