package io.residua.detector.definition;

import io.residua.detector.event.FieldKind;
import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code features}: a field and how it becomes numbers. Exactly one of the two lists
 * is used: a field with transforms is read as a number, one with encodings as a category or a time.
 *
 * @param field path of the field, or the name of a keyed number
 * @param transforms applied in order to a number; empty where {@code encodings} is not
 * @param encodings side by side, all of a category or all of a time; empty where {@code transforms}
 *     is not
 * @param keyed how the number is made from the key's earlier events, where it is
 */
public record FeatureSpec(
    String field,
    List<TransformSpec> transforms,
    List<EncodingSpec> encodings,
    Optional<KeyedSpec> keyed) {
  public FeatureSpec {
    transforms = List.copyOf(transforms);
    encodings = List.copyOf(encodings);
    if (transforms.isEmpty() == encodings.isEmpty()) {
      throw new IllegalArgumentException(
          "feature " + field + " needs either transforms or encodings, and not both");
    }
    if (keyed.isPresent() && (transforms.isEmpty() || !keyed.get().name().equals(field))) {
      throw new IllegalArgumentException(
          "a keyed feature is a number under its own name, got " + field);
    }
  }

  /** A feature of the event alone. */
  public FeatureSpec(String field, List<TransformSpec> transforms, List<EncodingSpec> encodings) {
    this(field, transforms, encodings, Optional.empty());
  }

  public static FeatureSpec keyed(KeyedSpec keyed, List<TransformSpec> transforms) {
    return new FeatureSpec(keyed.name(), transforms, List.of(), Optional.of(keyed));
  }

  /** What the field is read as. */
  public FieldKind kind() {
    if (keyed.isPresent()) {
      return FieldKind.DERIVED;
    }
    if (encodings.isEmpty()) {
      return FieldKind.NUMBER;
    }
    return encodings.get(0).isTime() ? FieldKind.TIME : FieldKind.TEXT;
  }
}
