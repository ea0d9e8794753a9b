package io.residua.detector.suggest;

/**
 * What to do with one column.
 *
 * @param setting the key and value after the field, as in {@code transform: standard}; empty for a
 *     column with nothing to offer
 * @param active whether it is suggested, or only shown as a comment
 * @param remark why
 */
record Suggestion(String setting, boolean active, String remark) {
  static Suggestion feature(String setting, String remark) {
    return new Suggestion(setting, true, remark);
  }

  static Suggestion leftOut(String setting, String remark) {
    return new Suggestion(setting, false, remark);
  }
}
