package io.residua.trainer.latent;

/** Something of a field that may differ between groups of rows. */
sealed interface Aspect permits NumberAspect, CategoryAspect {
  /**
   * How the rows of a group differ from the other rows; size 0 where either side has no value.
   *
   * @param inGroup for each row
   */
  Difference of(boolean[] inGroup);
}
