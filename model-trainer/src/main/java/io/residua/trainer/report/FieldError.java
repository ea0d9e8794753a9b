package io.residua.trainer.report;

import java.util.Objects;

/**
 * How badly one field of the held-out normal records is rebuilt.
 *
 * @param field the field's name, as in the definition
 * @param meanSquaredResidual mean over records and the field's features, in scaled units; NaN where
 *     the field was never observed
 */
public record FieldError(String field, double meanSquaredResidual) {
  public FieldError {
    Objects.requireNonNull(field, "field");
  }
}
