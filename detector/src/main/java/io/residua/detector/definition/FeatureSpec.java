package io.residua.detector.definition;

import io.residua.detector.event.FieldKind;
import java.util.List;

/**
 * One entry of {@code features}: a field and how it becomes numbers. Exactly one of the two lists
 * is used: a field with transforms is read as a number, one with encodings as a category or a time.
 *
 * @param field path of the field
 * @param transforms applied in order to a number; empty where {@code encodings} is not
 * @param encodings side by side, all of a category or all of a time; empty where {@code transforms}
 *     is not
 */
public record FeatureSpec(
    String field, List<TransformSpec> transforms, List<EncodingSpec> encodings) {
  public FeatureSpec {
    transforms = List.copyOf(transforms);
    encodings = List.copyOf(encodings);
    if (transforms.isEmpty() == encodings.isEmpty()) {
      throw new IllegalArgumentException(
          "feature " + field + " needs either transforms or encodings, and not both");
    }
  }

  /** What the field is read as. */
  public FieldKind kind() {
    if (encodings.isEmpty()) {
      return FieldKind.NUMBER;
    }
    return encodings.get(0).isTime() ? FieldKind.TIME : FieldKind.TEXT;
  }
}
