package io.residua.detector.definition;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a detector definition strictly: unknown and repeated keys, wrong types and values out of
 * range are problems, and all of them are reported at once. A definition is hostile until proven
 * otherwise: at most 1 MB, no anchors, no tags, at most 20 levels deep.
 */
public final class DefinitionParser {
  private static final Duration LONGEST_LIFE = Duration.ofDays(3650);

  private DefinitionParser() {}

  /**
   * Reads a file; a schema and holidays are looked for relative to its folder.
   *
   * @throws IOException when the file cannot be read, is larger than 1 MB or is not UTF-8
   * @throws DefinitionException with everything that is wrong with the definition
   */
  public static DetectorDefinition parse(Path yaml) throws IOException, DefinitionException {
    return parse(TextFile.read(yaml), yaml.toAbsolutePath().getParent());
  }

  /**
   * Reads a text.
   *
   * @param baseDirectory where the files of a schema and of holidays are looked for; null when no
   *     file may be read, so that these must stand in the text
   * @throws DefinitionException with everything that is wrong with the definition
   */
  public static DetectorDefinition parse(String yaml, Path baseDirectory)
      throws DefinitionException {
    Problems problems = new Problems();
    if (yaml.length() > TextFile.LARGEST) {
      problems.add(
          "",
          0,
          "expected at most %d characters, found %d".formatted(TextFile.LARGEST, yaml.length()));
    }
    problems.throwIfAny();
    Node tree = YamlTree.of(yaml);
    Section root = new Value(tree, "", problems).section(Keys.ROOT);
    return read(root, Optional.ofNullable(baseDirectory), problems);
  }

  private static DetectorDefinition read(Section root, Optional<Path> folder, Problems problems)
      throws DefinitionException {
    Optional<String> name = root.required("detector").flatMap(DefinitionParser::name);
    Optional<InputSpec> input = input(root, new SchemaSource(folder));
    List<FeatureSpec> features =
        root.required("features")
            .map(new FeaturesReader(input, new HolidaySource(folder))::read)
            .orElse(List.of());
    StateSpec state = state(root.section("state", Keys.STATE));
    Section calibrated = root.section("calibration", Keys.CALIBRATION);
    root.value("features")
        .ifPresent(
            value ->
                new KeyedChecks(value, input, state).check(features, calibrated.value("smooth")));
    MissingPolicy missing =
        root.value("missing").flatMap(v -> v.choice(MissingPolicy.class)).orElse(Defaults.MISSING);
    ModelSpec model = new ModelReader(root.section("model", Keys.MODEL), features).read();
    CalibrationSpec calibration = new CalibrationReader(calibrated).read();
    AlertSpec alerts =
        new AlertsReader(root.section("alerts", Keys.ALERTS), names(features)).read();
    OutputSpec outputs = outputs(root.section("outputs", Keys.OUTPUTS));
    problems.throwIfAny();
    return new DetectorDefinition(
        name.orElseThrow(),
        input.orElseThrow(),
        features,
        state,
        missing,
        model,
        calibration,
        alerts,
        outputs);
  }

  private static Optional<InputSpec> input(Section root, SchemaSource schemas) {
    Optional<Section> input = root.required("input").map(value -> value.section(Keys.INPUT));
    input.ifPresent(section -> section.required("topic"));
    return input.flatMap(new InputReader(schemas)::read);
  }

  private static Optional<String> name(Value value) {
    Optional<String> name = value.text("the detector's name");
    return name.isEmpty() || DetectorDefinition.isName(name.get())
        ? name
        : value.wrong(DetectorDefinition.NAME_RULE);
  }

  private static StateSpec state(Section state) {
    return new StateSpec(
        state
            .value("ttl")
            .flatMap(value -> DurationNotation.read(value, Duration.ofSeconds(1), LONGEST_LIFE))
            .orElse(Defaults.TIME_TO_LIVE));
  }

  private static List<String> names(List<FeatureSpec> features) {
    return features.stream().map(FeatureSpec::field).distinct().toList();
  }

  private static OutputSpec outputs(Section outputs) {
    return new OutputSpec(
        outputs.value("scores").flatMap(ShareNotation::read).orElse(Defaults.SCORES),
        outputs.value("embeddings").flatMap(ShareNotation::read).orElse(Defaults.EMBEDDINGS),
        outputs
            .value("format")
            .flatMap(value -> value.choice(OutputFormat.class))
            .orElse(Defaults.OUTPUT_FORMAT));
  }
}
