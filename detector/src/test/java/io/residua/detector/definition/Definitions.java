package io.residua.detector.definition;

import io.residua.detector.definition.ModelSpec.Corruption;
import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import io.residua.detector.definition.ModelSpec.HiddenActivation;
import io.residua.detector.definition.ModelSpec.LatentActivation;
import io.residua.detector.definition.ModelSpec.ScoreKind;
import io.residua.detector.definition.ModelSpec.TrainingSpec;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any definition that the parser could have made. */
final class Definitions {
  private static final String SCHEMA =
      "{\"type\":\"record\",\"name\":\"R\",\"doc\":\"%s\",\"fields\":[{\"name\":\"x\","
          + "\"type\":[\"null\",\"double\"],\"default\":null}]}";

  private Definitions() {}

  static Arbitrary<DetectorDefinition> any() {
    return features().flatMap(Definitions::withFeatures);
  }

  private static Arbitrary<DetectorDefinition> withFeatures(List<FeatureSpec> features) {
    return Combinators.combine(
            names(),
            input(),
            Arbitraries.of(MissingPolicy.class),
            model(),
            calibration(),
            AlertSpecs.any(features.stream().map(FeatureSpec::field).toList()),
            outputs())
        .as(
            (name, input, missing, model, budget, alerts, outputs) ->
                new DetectorDefinition(
                    name,
                    input,
                    features,
                    new StateSpec(Defaults.TIME_TO_LIVE),
                    missing,
                    model,
                    budget,
                    alerts,
                    outputs));
  }

  static Arbitrary<String> paths() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(FieldPath::isValid)
        .edgeCases(
            config -> config.add("on", "null", "007", "a b", "#", "ü.€", "\uD83D\uDE00", "\uD800"));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .numeric()
        .withChars('-')
        .ofMinLength(1)
        .ofMaxLength(100)
        .filter(DetectorDefinition::isName);
  }

  private static Arbitrary<InputSpec> input() {
    Arbitrary<String> topics =
        Arbitraries.strings().alpha().numeric().withChars("._-").ofMinLength(1).ofMaxLength(249);
    Arbitrary<String> docs =
        Arbitraries.of("plain", "two \\n lines", "quote \\\" and \\\\", "ü €", "# not: a comment");
    Arbitrary<Optional<String>> schemas = docs.map(SCHEMA::formatted).optional();
    return Combinators.combine(
            topics.filter(topic -> !topic.equals(".") && !topic.equals("..")),
            Arbitraries.of(InputFormat.class),
            schemas,
            paths().optional(),
            paths().optional())
        .as(
            (topic, format, schema, key, time) ->
                new InputSpec(
                    topic, format, schema.filter(s -> format == InputFormat.AVRO), key, time));
  }

  static Arbitrary<List<FeatureSpec>> features() {
    Arbitrary<TransformSpec> transforms =
        Arbitraries.oneOf(
            Arbitraries.of(TransformSpec.Simple.class)
                .filter(transform -> transform != TransformSpec.Simple.NONE),
            clip());
    Arbitrary<List<TransformSpec>> chains =
        Arbitraries.oneOf(
            transforms.list().ofMinSize(1).ofMaxSize(4),
            Arbitraries.just(List.of(TransformSpec.Simple.NONE)));
    Arbitrary<EncodingSpec> encodings =
        Arbitraries.oneOf(
            Arbitraries.of(EncodingSpec.Simple.class),
            Arbitraries.integers()
                .between(EncodingSpec.Hash.LEAST, EncodingSpec.Hash.MOST)
                .map(EncodingSpec.Hash::new),
            holidays().map(EncodingSpec.Holiday::new));
    Arbitrary<List<EncodingSpec>> sets =
        encodings
            .list()
            .uniqueElements()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(list -> list.stream().filter(e -> e.isTime() == list.get(0).isTime()).toList());
    Arbitrary<FeatureSpec> numbers =
        Combinators.combine(paths(), chains)
            .as((path, chain) -> new FeatureSpec(path, chain, List.of()));
    Arbitrary<FeatureSpec> others =
        Combinators.combine(paths(), sets).as((path, set) -> new FeatureSpec(path, List.of(), set));
    return Arbitraries.oneOf(numbers, others)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .uniqueElements(feature -> feature.field() + "\n" + feature.kind().name());
  }

  private static Arbitrary<HolidayCalendar> holidays() {
    Arbitrary<LocalDate> dates =
        Arbitraries.integers().between(0, 20_000).map(day -> LocalDate.ofEpochDay(day));
    Arbitrary<String> names =
        Arbitraries.strings().ofMaxLength(20).map(HolidayLine::cleaned).filter(Definitions::isName);
    return Arbitraries.maps(dates, names)
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(days -> new HolidayCalendar(new TreeMap<>(days)));
  }

  /** What is read back as it was: separators before a name belong to the date. */
  private static boolean isName(String name) {
    return name.isEmpty() || !name.matches("[,;].*");
  }

  /** Finite numbers of every size, of every precision. */
  static Arbitrary<Double> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
        Arbitraries.integers().between(-1_000, 1_000).map(Integer::doubleValue),
        Arbitraries.of(0.0, -0.0, 0.1, 1e-3, Double.MIN_VALUE, Double.MAX_VALUE, -1e300));
  }

  /** Numbers between 0 and 1. */
  private static Arbitrary<Double> shares() {
    return Arbitraries.longs().between(1, (1L << 53) - 1).map(n -> n * 0x1p-53);
  }

  private static Arbitrary<TransformSpec> clip() {
    Arbitrary<Double> bounds = numbers();
    return Combinators.combine(bounds, bounds)
        .filter((low, high) -> low < high)
        .as(TransformSpec.ClipTo::new);
  }

  private static Arbitrary<TrialSpec> trials() {
    return Combinators.combine(
            Arbitraries.integers().between(1, TrialSpec.MOST).optional(),
            Arbitraries.longs().between(1, 2_592_000).map(Duration::ofSeconds).optional())
        .as(TrialSpec::new);
  }

  private static Arbitrary<ModelSpec> model() {
    return Combinators.combine(
            Arbitraries.of(Family.class).filter(family -> family != Family.AUTO),
            Arbitraries.integers().between(1, 4096).list().ofMaxSize(8),
            Arbitraries.integers().between(1, 4096).optional(),
            Arbitraries.of(HiddenActivation.class).optional(),
            corruption(),
            Arbitraries.of(ScoreKind.class).optional(),
            Arbitraries.integers().greaterOrEqual(1).optional(),
            Combinators.combine(
                    Arbitraries.of(LatentActivation.class).optional(),
                    trials(),
                    training(),
                    paths().optional(),
                    paths().optional())
                .as(Rest::new))
        .as(Definitions::model);
  }

  /** What does not fit into one combination. */
  private record Rest(
      Optional<LatentActivation> latentActivation,
      TrialSpec trials,
      TrainingSpec training,
      Optional<String> classField,
      Optional<String> per) {}

  /** One of family auto, where there is a bound of its cost; else of the family. */
  private static ModelSpec model(
      Family family,
      List<Integer> hidden,
      Optional<Integer> latent,
      Optional<HiddenActivation> activation,
      CorruptionSpec corruption,
      Optional<ScoreKind> score,
      Optional<Integer> maxCost,
      Rest rest) {
    boolean auto = maxCost.isPresent();
    boolean shallow = auto || family == Family.LINEAR;
    CorruptionSpec unused = new CorruptionSpec(Defaults.CORRUPTION, Defaults.CORRUPTION_LEVEL);
    ModelSpec model =
        new ModelSpec(
            auto ? Family.AUTO : family,
            Defaults.ENCODER,
            shallow ? List.of() : hidden,
            auto ? Optional.empty() : latent,
            shallow ? Optional.empty() : activation,
            shallow || family == Family.SPARSE_KL || family.hasPrior()
                ? Optional.empty()
                : rest.latentActivation,
            FamilySettings.defaults(auto ? Family.AUTO : family),
            family == Family.DENOISING && !auto ? corruption : unused,
            auto ? Optional.empty() : score.filter(kind -> scores(family, kind)),
            maxCost,
            auto && rest.per.isEmpty() ? rest.trials : TrialSpec.NONE,
            rest.training,
            family.readsClasses() && !auto ? rest.classField : Optional.empty(),
            rest.per);
    return model.stopsEarly() ? model : withoutPatience(model);
  }

  private static boolean scores(Family family, ScoreKind kind) {
    return kind != ScoreKind.RECONSTRUCTION_PROBABILITY || family.hasPosterior();
  }

  private static ModelSpec withoutPatience(ModelSpec model) {
    TrainingSpec training = model.training();
    return new ModelSpec(
        model.family(),
        model.encoder(),
        model.hidden(),
        model.latent(),
        model.activation(),
        model.latentActivation(),
        model.settings(),
        model.corruption(),
        model.score(),
        model.maxCost(),
        model.trials(),
        new TrainingSpec(
            training.steps(),
            training.batch(),
            training.learningRate(),
            training.validation(),
            Defaults.PATIENCE),
        model.classField(),
        model.per());
  }

  private static Arbitrary<CorruptionSpec> corruption() {
    return Combinators.combine(Arbitraries.of(Corruption.class), shares()).as(CorruptionSpec::new);
  }

  private static Arbitrary<TrainingSpec> training() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 10_000_000),
            Arbitraries.integers().between(1, 65_536),
            shares(),
            shares().filter(share -> share < 0.9),
            Arbitraries.integers().between(1, 1_000_000))
        .as(TrainingSpec::new);
  }

  private static Arbitrary<CalibrationSpec> calibration() {
    Arbitrary<RecalibrationSpec> recalibrate =
        Combinators.combine(
                Arbitraries.integers().between(1_000, 100_000_000),
                Arbitraries.doubles().between(1.001, 100).ofScale(3))
            .as(RecalibrationSpec::new);
    return Combinators.combine(budget(), recalibrate.optional())
        .as((given, following) -> new CalibrationSpec(given, following, Optional.empty()));
  }

  private static Arbitrary<Budget> budget() {
    Arbitrary<Double> positive = numbers().map(Math::abs).filter(n -> n > 0);
    return Arbitraries.oneOf(
        positive.filter(n -> n > 1).map(Budget.OneIn::new),
        positive.map(Budget.PerDay::new),
        shares().map(Budget.Quantile::new),
        Combinators.combine(shares(), Arbitraries.integers().between(10, 1_000_000))
            .as(Budget.FalseDiscovery::new));
  }

  private static Arbitrary<OutputSpec> outputs() {
    Arbitrary<OutputShare> shares =
        Arbitraries.integers().between(0, Integer.MAX_VALUE).map(OutputShare::new);
    return Combinators.combine(shares, shares, Arbitraries.of(OutputFormat.class))
        .as(OutputSpec::new);
  }
}
