package io.residua.detector.definition;

import io.residua.detector.definition.ModelSpec.Corruption;
import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import io.residua.detector.definition.ModelSpec.EncoderKind;
import io.residua.detector.definition.ModelSpec.HiddenActivation;
import io.residua.detector.definition.ModelSpec.LatentActivation;
import io.residua.detector.definition.ModelSpec.ScoreKind;
import io.residua.detector.definition.ModelSpec.TrainingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the section {@code model}. */
final class ModelReader {
  private static final int WIDEST = 4096;
  private static final int MOST_HIDDEN = 8;
  private static final int MOST_STEPS = 10_000_000;
  private static final int LARGEST_BATCH = 65_536;
  private static final int MOST_PATIENCE = 1_000_000;

  /** What a definition with family auto leaves to it. */
  private static final List<String> CHOSEN =
      List.of(
          "encoder",
          "hidden",
          "latent",
          "activation",
          "latent-activation",
          "corruption",
          "corruption-level",
          "score",
          "patience");

  private final Section model;
  private final List<FeatureSpec> features;

  /**
   * @param features the definition's
   */
  ModelReader(Section model, List<FeatureSpec> features) {
    this.model = model;
    this.features = features;
  }

  ModelSpec read() {
    Family family =
        model.value("family").flatMap(v -> v.choice(Family.class)).orElse(Defaults.FAMILY);
    if (family == Family.LINEAR) {
      refuse("encoder", "family linear has no hidden layers");
      refuse("hidden", "family linear has no hidden layers");
      refuse("activation", "family linear has no hidden layers");
      refuse("latent-activation", "family linear has no hidden layers");
    }
    if (family == Family.SPARSE_KL) {
      refuse("latent-activation", "the latent numbers of family sparse-kl lie between 0 and 1");
    }
    if (family.hasPrior()) {
      refuse("latent-activation", "the prior of family %s has no bounds".formatted(family.id()));
    }
    if (family == Family.AUTO) {
      CHOSEN.forEach(key -> refuse(key, "family auto chooses it"));
    } else {
      refuse("max-cost", "only family auto chooses by cost");
      refuse("trials", "only family auto tries others");
      refuse("max-time", "only family auto tries others");
    }
    if (family != Family.DENOISING && family != Family.AUTO) {
      refuse("corruption", "only family denoising corrupts its input");
      refuse("corruption-level", "only family denoising corrupts its input");
    }
    CorruptionSpec corruption = corruption();
    if (family == Family.DENOISING && corruption.kind() == Corruption.SWAP) {
      refuse("patience", "with swap noise, training runs to its end");
    } else if (family != Family.AUTO && !family.stopsEarly()) {
      refuse("patience", "the training of family %s runs to its end".formatted(family.id()));
    }
    if (!family.readsClasses()) {
      refuse("class", "family %s knows no classes".formatted(family.id()));
    }
    return new ModelSpec(
        family,
        encoder(family),
        hidden(),
        latent(),
        activation(),
        model.value("latent-activation").flatMap(value -> value.choice(LatentActivation.class)),
        settings(family),
        corruption,
        score(family),
        model.value("max-cost").flatMap(value -> value.integer(1, Integer.MAX_VALUE)),
        trials(),
        training(family),
        model.value("class").flatMap(FieldPath::read),
        per());
  }

  private FamilySettings settings(Family family) {
    Map<String, String> given = new TreeMap<>();
    for (String key : Family.settingKeys()) {
      Optional<Setting> setting = family.setting(key);
      if (setting.isEmpty()) {
        refuse(key, "only family %s has it".formatted(String.join(" or ", Family.with(key))));
      }
      setting
          .flatMap(it -> model.value(key).flatMap(it::read))
          .ifPresent(value -> given.put(key, value));
    }
    FamilySettings settings = FamilySettings.of(family, given);
    if (settings.supervised()) {
      refuse("per", "labelled anomalies are too few for the head of each value's network");
      refuse("patience", "with a supervised head, training runs to its end");
    } else if (family.setting(Setting.HEAD_WEIGHT.key()).isPresent()) {
      refuse(Setting.HEAD_WEIGHT.key(), "only head supervised has a weight");
    }
    return settings;
  }

  private void refuse(String key, String reason) {
    model.value(key).ifPresent(value -> value.problem(reason));
  }

  /** One that reads a sequence needs one, and a family to go with. */
  private EncoderKind encoder(Family family) {
    EncoderKind encoder =
        model
            .value("encoder")
            .flatMap(value -> value.choice(EncoderKind.class))
            .orElse(Defaults.ENCODER);
    if (encoder != EncoderKind.DENSE) {
      family.denseBecause().ifPresent(reason -> refuse("encoder", reason));
      model
          .value(Setting.PRE_TRAINING.key())
          .filter(value -> !value.text().equals(Optional.of(Setting.PRE_TRAINING.byDefault())))
          .ifPresent(
              value -> value.problem("only dense encoders are trained layer by layer first"));
      FieldSequence.problem(features).ifPresent(problem -> refuse("encoder", problem));
    }
    return encoder;
  }

  private List<Integer> hidden() {
    List<Integer> widths = new ArrayList<>();
    Optional<Value> value = model.value("hidden");
    String expected = "a list of 1 to " + MOST_HIDDEN + " layer widths";
    List<Value> layers = value.flatMap(v -> v.list(expected)).orElse(List.of());
    if (layers.size() > MOST_HIDDEN
        || (layers.isEmpty() && value.map(Value::isList).orElse(false))) {
      value.orElseThrow().problem("expected %s, found %d".formatted(expected, layers.size()));
    }
    layers.forEach(layer -> layer.integer(1, WIDEST).ifPresent(widths::add));
    return widths;
  }

  private Optional<Integer> latent() {
    return model.value("latent").flatMap(value -> value.integer(1, WIDEST));
  }

  private Optional<HiddenActivation> activation() {
    return model.value("activation").flatMap(value -> value.choice(HiddenActivation.class));
  }

  private CorruptionSpec corruption() {
    Corruption kind =
        model
            .value("corruption")
            .flatMap(value -> value.choice(Corruption.class))
            .orElse(Defaults.CORRUPTION);
    int below = kind.levelBelow();
    double level =
        number("corruption-level", x -> x > 0 && x < below, "above 0 and below " + below)
            .orElse(Defaults.CORRUPTION_LEVEL);
    return new CorruptionSpec(kind, level);
  }

  private Optional<ScoreKind> score(Family family) {
    Optional<Value> value = model.value("score");
    Optional<ScoreKind> score = value.flatMap(it -> it.choice(ScoreKind.class));
    if (score.equals(Optional.of(ScoreKind.RECONSTRUCTION_PROBABILITY)) && !family.hasPosterior()) {
      value
          .orElseThrow()
          .problem(
              "only families variational and importance-weighted have a posterior to draw from");
    }
    return score;
  }

  /** A number made from earlier events has as many values as there are events. */
  private Optional<String> per() {
    Optional<Value> value = model.value("per");
    Optional<String> field = value.flatMap(FieldPath::read);
    boolean made =
        features.stream()
            .flatMap(feature -> feature.keyed().stream())
            .anyMatch(keyed -> field.equals(Optional.of(keyed.name())));
    return made
        ? value.get().wrong("a field of the event, not a number made from earlier events")
        : field;
  }

  /** A value's network has to be of the global one's kind, which is not known before. */
  private TrialSpec trials() {
    if (model.value("per").isPresent()) {
      refuse("trials", "networks per value are all of the same recipe");
      refuse("max-time", "networks per value are all of the same recipe");
    }
    return new TrialSpec(
        model.value("trials").flatMap(value -> value.integer(1, TrialSpec.MOST)),
        model
            .value("max-time")
            .flatMap(value -> DurationNotation.read(value, TrialSpec.SHORTEST, TrialSpec.LONGEST)));
  }

  private TrainingSpec training(Family family) {
    boolean auto = family == Family.AUTO;
    return new TrainingSpec(
        integer("steps", MOST_STEPS, auto ? Defaults.AUTO_STEPS : Defaults.STEPS),
        integer("batch", LARGEST_BATCH, auto ? Defaults.AUTO_BATCH : Defaults.BATCH),
        number("learning-rate", x -> x > 0 && x <= 1, "above 0 and at most 1")
            .orElse(Defaults.LEARNING_RATE),
        number("validation", x -> x > 0 && x < 0.9, "above 0 and below 0.9")
            .orElse(Defaults.VALIDATION),
        integer("patience", MOST_PATIENCE, Defaults.PATIENCE));
  }

  private int integer(String key, int most, int byDefault) {
    return model.value(key).flatMap(value -> value.integer(1, most)).orElse(byDefault);
  }

  private Optional<Double> number(String key, Value.Range range, String expected) {
    return model.value(key).flatMap(value -> value.number(range, expected));
  }
}
