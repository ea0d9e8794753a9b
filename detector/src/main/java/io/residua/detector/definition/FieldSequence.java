package io.residua.detector.definition;

import io.residua.detector.definition.KeyedSpec.Earlier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A key's present and earlier values among a definition's features, however the definition asks for
 * them: a {@code sequence}, or fields and their lags.
 *
 * @param steps names of features, from the earliest step to the present; each step names the same
 *     fields in the same order
 */
public record FieldSequence(List<List<String>> steps) {
  public FieldSequence {
    steps = steps.stream().map(List::copyOf).toList();
    if (steps.size() < 2 || steps.get(0).isEmpty()) {
      throw new IllegalArgumentException("a sequence has at least two steps and one field");
    }
    for (List<String> step : steps) {
      if (step.size() != steps.get(0).size()) {
        throw new IllegalArgumentException("a sequence has the same fields at every step");
      }
    }
  }

  /** What the fields of one sequence have in common. */
  private record Form(List<String> by, Optional<Duration> every, List<Integer> back) {}

  /** A field's earlier values by one key. */
  private record Origin(String field, List<String> by, Optional<Duration> every) {}

  /** Fields that are looked back on alike are one sequence. */
  static List<FieldSequence> in(List<FeatureSpec> features) {
    Map<Form, List<Map<Integer, String>>> forms = new LinkedHashMap<>();
    lags(features)
        .forEach(
            (origin, names) -> {
              Form form =
                  new Form(
                      origin.by(),
                      origin.every(),
                      new TreeSet<>(names.keySet()).descendingSet().stream().toList());
              forms.computeIfAbsent(form, key -> new ArrayList<>()).add(names);
            });
    return forms.entrySet().stream().map(each -> of(each.getKey(), each.getValue())).toList();
  }

  private static FieldSequence of(Form form, List<Map<Integer, String>> fields) {
    return new FieldSequence(
        form.back().stream()
            .map(back -> fields.stream().map(names -> names.get(back)).toList())
            .toList());
  }

  /** Of every field whose present number is a feature too, names by how many steps back. */
  private static Map<Origin, Map<Integer, String>> lags(List<FeatureSpec> features) {
    Set<String> numbers =
        features.stream()
            .filter(feature -> !feature.transforms().isEmpty())
            .map(FeatureSpec::field)
            .collect(Collectors.toSet());
    Map<Origin, Map<Integer, String>> lags = new LinkedHashMap<>();
    for (FeatureSpec feature : features) {
      if (feature.keyed().orElse(null) instanceof Earlier earlier
          && !earlier.difference()
          && numbers.contains(earlier.recalled())) {
        Origin origin = new Origin(earlier.recalled(), earlier.by(), earlier.every());
        lags.computeIfAbsent(origin, key -> new LinkedHashMap<>(Map.of(0, key.field())))
            .put(earlier.steps(), feature.field());
      }
    }
    return lags;
  }

  /** The only sequence of some features; empty where there are none, or several. */
  public static Optional<FieldSequence> only(List<FeatureSpec> features) {
    List<FieldSequence> found = in(features);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Why features have no only sequence, in a sentence; empty where they have one. */
  static Optional<String> problem(List<FeatureSpec> features) {
    List<FieldSequence> found = in(features);
    if (found.size() == 1) {
      return Optional.empty();
    }
    return Optional.of(
        found.isEmpty()
            ? "expected a sequence among the features, found none"
            : "expected one sequence, whose fields all have the same steps, found %d: of %s"
                .formatted(found.size(), String.join(", and of ", words(found))));
  }

  private static List<String> words(List<FieldSequence> found) {
    return found.stream()
        .map(sequence -> Quotes.shortened(String.join(" and ", sequence.present())))
        .toList();
  }

  /** The features of the present step. */
  public List<String> present() {
    return steps.get(steps.size() - 1);
  }
}
