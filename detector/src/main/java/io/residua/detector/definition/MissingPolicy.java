package io.residua.detector.definition;

/** What to do with a record in which a feature's field is missing or not finite. */
public enum MissingPolicy {
  /**
   * Fill in the training data's typical value; loss and score look at the observed features only.
   */
  IMPUTE_AND_FLAG,
  /** Reject the record. */
  REJECT
}
