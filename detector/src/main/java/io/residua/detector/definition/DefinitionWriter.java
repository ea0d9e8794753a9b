package io.residua.detector.definition;

import io.residua.detector.definition.ModelSpec.TrainingSpec;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a definition as canonical YAML: every key that has an effect, in a fixed order, with the
 * schema in place. What {@link DefinitionParser} makes of it equals what was written.
 */
public final class DefinitionWriter {
  private final StringBuilder yaml = new StringBuilder();

  private DefinitionWriter() {}

  public static String write(DetectorDefinition definition) {
    DefinitionWriter writer = new DefinitionWriter();
    writer.line(0, "detector", definition.name());
    writer.input(definition.input());
    writer.open("features");
    definition
        .features()
        .forEach(feature -> writer.feature(feature, definition.input().time().orElse("")));
    if (!definition.keyed().isEmpty() || definition.calibration().smooth().isPresent()) {
      writer.open("state");
      writer.line(1, "ttl", DurationNotation.write(definition.state().timeToLive()));
    }
    writer.line(0, "missing", Names.of(definition.missing()));
    writer.model(definition.model());
    writer.calibration(definition.calibration());
    writer.yaml.append(AlertsWriter.write(definition.alerts()));
    writer.outputs(definition.outputs());
    return writer.yaml.toString();
  }

  /** A budget as a definition spells it. */
  public static String budget(Budget budget) {
    return BudgetNotation.write(budget);
  }

  private void input(InputSpec input) {
    open("input");
    line(1, "topic", YamlText.scalar(input.topic()));
    line(1, "format", Names.of(input.format()));
    input.schema().ifPresent(schema -> line(1, "schema", YamlText.quoted(schema)));
    input.key().ifPresent(key -> line(1, "key", YamlText.scalar(key)));
    if (input.repartition()) {
      line(1, "repartition", "true");
    }
    input.time().ifPresent(time -> line(1, "time", YamlText.scalar(time)));
  }

  private void feature(FeatureSpec feature, String timeField) {
    if (feature.keyed().isPresent()) {
      new KeyedFeatureWriter(feature.keyed().get(), timeField, this::line).write();
      line(
          2,
          "transform",
          oneOrMore(feature.transforms().stream().map(TransformNotation::write).toList()));
      return;
    }
    line(1, "- field", YamlText.scalar(feature.field()));
    if (feature.encodings().isEmpty()) {
      line(
          2,
          "transform",
          oneOrMore(feature.transforms().stream().map(TransformNotation::write).toList()));
    } else {
      line(
          2,
          "encode",
          oneOrMore(feature.encodings().stream().map(EncodingNotation::write).toList()));
    }
  }

  private void model(ModelSpec model) {
    open("model");
    line(1, "family", Names.of(model.family()));
    if (model.encoder() != Defaults.ENCODER) {
      line(1, "encoder", Names.of(model.encoder()));
    }
    if (!model.hidden().isEmpty()) {
      line(1, "hidden", list(model.hidden().stream().map(String::valueOf).toList()));
    }
    model.latent().ifPresent(latent -> line(1, "latent", String.valueOf(latent)));
    model.activation().ifPresent(activation -> line(1, "activation", Names.of(activation)));
    model.latentActivation().ifPresent(latent -> line(1, "latent-activation", Names.of(latent)));
    model.settings().all().forEach((key, value) -> line(1, key, value));
    if (model.family() == Family.DENOISING) {
      line(1, "corruption", Names.of(model.corruption().kind()));
      line(1, "corruption-level", Numbers.write(model.corruption().level()));
    }
    model.score().ifPresent(score -> line(1, "score", Names.of(score)));
    model.maxCost().ifPresent(cost -> line(1, "max-cost", String.valueOf(cost)));
    model.trials().most().ifPresent(most -> line(1, "trials", String.valueOf(most)));
    model.trials().time().ifPresent(time -> line(1, "max-time", DurationNotation.write(time)));
    training(model);
    model.classField().ifPresent(field -> line(1, "class", YamlText.scalar(field)));
    model.per().ifPresent(field -> line(1, "per", YamlText.scalar(field)));
  }

  private void training(ModelSpec model) {
    TrainingSpec training = model.training();
    line(1, "steps", String.valueOf(training.steps()));
    line(1, "batch", String.valueOf(training.batch()));
    line(1, "learning-rate", Numbers.write(training.learningRate()));
    line(1, "validation", Numbers.write(training.validation()));
    if (model.stopsEarly()) {
      line(1, "patience", String.valueOf(training.patience()));
    }
  }

  private void calibration(CalibrationSpec calibration) {
    open("calibration");
    line(1, "budget", BudgetNotation.write(calibration.budget()));
    calibration.smooth().ifPresent(weight -> line(1, "smooth", Numbers.write(weight)));
    calibration
        .recalibrate()
        .map(it -> "{ over: %d, at-most: %s }".formatted(it.over(), Numbers.write(it.atMost())))
        .ifPresent(settings -> line(1, "recalibrate", settings));
  }

  private void outputs(OutputSpec outputs) {
    open("outputs");
    line(1, "scores", ShareNotation.write(outputs.scores()));
    line(1, "embeddings", ShareNotation.write(outputs.embeddings()));
    line(1, "format", Names.of(outputs.format()));
  }

  private static String oneOrMore(List<String> names) {
    return names.size() == 1 ? names.get(0) : list(names);
  }

  private static String list(List<String> names) {
    return names.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  private void open(String key) {
    yaml.append(key).append(":\n");
  }

  private void line(int depth, String key, String value) {
    yaml.append("  ".repeat(depth)).append(key).append(": ").append(value).append('\n');
  }
}
