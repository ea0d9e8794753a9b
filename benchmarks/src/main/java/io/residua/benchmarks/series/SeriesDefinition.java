package io.residua.benchmarks.series;

import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The definition that is used where none is given: a window of every metric of the key. */
final class SeriesDefinition {
  private static final String YAML =
      """
      detector: series
      input: { topic: series, key: key, time: t }
      features:
        - sequence: { fields: [%s], length: 20, by: key, fitted: true }
      model:
        family: undercomplete
        hidden: [128]
        latent: 32
        activation: tanh
        latent-activation: linear
        steps: 4000
        batch: 256
      """;

  private SeriesDefinition() {}

  static DetectorDefinition of(List<String> metrics) throws DefinitionException {
    String fields =
        metrics.stream().map(metric -> '"' + metric + '"').collect(Collectors.joining(", "));
    return DefinitionParser.parse(YAML.formatted(fields), Path.of("."));
  }
}
