package io.residua.trainer.latent;

import java.util.Objects;

/**
 * What a record says of a field. Both may be anybody's text.
 *
 * @param field as in the definition
 * @param value in the field's own units, or that it is missing
 */
public record FieldValue(String field, String value) {
  public FieldValue {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(value, "value");
  }
}
