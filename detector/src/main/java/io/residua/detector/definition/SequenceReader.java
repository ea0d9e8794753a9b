package io.residua.detector.definition;

import io.residua.detector.definition.KeyedSpec.Comparison;
import io.residua.detector.definition.KeyedSpec.Deviation;
import io.residua.detector.definition.KeyedSpec.Earlier;
import io.residua.detector.definition.TransformSpec.Simple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads an entry of {@code features} that is a sequence: the fields' present values first, then
 * those of the events before.
 */
final class SequenceReader {
  private final Value entry;
  private final Section sequence;
  private final Optional<String> ownKey;

  /** What a sequence's values are made relative to. */
  enum Normalisation {
    KEY,
    NONE
  }

  /**
   * @param sequence the entry's section {@code sequence}
   * @param ownKey the field of the event's key
   */
  SequenceReader(Value entry, Section sequence, Optional<String> ownKey) {
    this.entry = entry;
    this.sequence = sequence;
    this.ownKey = ownKey;
  }

  /**
   * The sequence's features; none where problems were recorded.
   *
   * @param transforms the entry's, where it says any
   */
  List<FeatureSpec> read(Optional<List<TransformSpec>> transforms) {
    List<String> by = KeyedSettings.by(entry, sequence, ownKey);
    List<String> fields = sequence.value("fields").map(KeyedSettings::paths).orElse(List.of());
    List<Integer> steps = steps();
    if (steps.isEmpty() || by.isEmpty()) {
      return List.of();
    }
    boolean normalised = isNormalised();
    List<TransformSpec> applied =
        transforms.orElse(normalised ? List.of(Simple.NONE) : Defaults.SEQUENCE_TRANSFORMS);
    List<FeatureSpec> features = new ArrayList<>();
    for (String field : fields) {
      features.add(
          normalised
              ? FeatureSpec.keyed(normalised(field, by), applied)
              : new FeatureSpec(field, applied, List.of()));
    }
    List<String> names = features.stream().map(FeatureSpec::field).toList();
    for (String name : names) {
      features.addAll(earlier(name, by, steps, applied));
    }
    return features;
  }

  private boolean isNormalised() {
    return sequence
            .value("normalise")
            .flatMap(value -> value.choice(Normalisation.class))
            .orElse(Defaults.NORMALISATION)
        == Normalisation.KEY;
  }

  /** Steps back: all of a length, or those that are named. */
  private List<Integer> steps() {
    if (!sequence.has("fields") || sequence.has("length") == sequence.has("steps")) {
      entry.problem("expected a sequence's fields, and either its length or its steps");
    }
    Optional<Integer> length =
        sequence.value("length").flatMap(value -> value.integer(2, Earlier.MOST_STEPS));
    return length.isPresent()
        ? IntStream.range(1, length.get()).boxed().toList()
        : sequence.value("steps").map(KeyedSettings::steps).orElse(List.of());
  }

  private KeyedSpec normalised(String field, List<String> by) {
    return new Deviation(
        Comparison.Z,
        field,
        by,
        false,
        KeyedSettings.memory(sequence).orElse(Defaults.SEQUENCE_MEMORY),
        Optional.empty(),
        KeyedSettings.fitted(sequence),
        Optional.empty());
  }

  private List<FeatureSpec> earlier(
      String field, List<String> by, List<Integer> steps, List<TransformSpec> applied) {
    Optional<Duration> every = KeyedSettings.every(sequence);
    return steps.stream()
        .map(back -> new Earlier(field, by, false, back, every, Optional.empty()))
        .map(number -> FeatureSpec.keyed(number, applied))
        .toList();
  }
}
