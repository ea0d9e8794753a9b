package io.residua.detector.definition;

import java.util.Optional;
import java.util.regex.Pattern;

/** Paths of fields: names with dots between them. */
public final class FieldPath {
  static final int LONGEST = 249;
  private static final Pattern WELL_FORMED =
      Pattern.compile("[^.\\p{Cntrl}]+(\\.[^.\\p{Cntrl}]+)*");

  private FieldPath() {}

  static Optional<String> read(Value value) {
    Optional<String> path = value.text("a field's path");
    if (path.isEmpty() || isValid(path.get())) {
      return path;
    }
    return value.wrong(
        "a field's path of 1 to " + LONGEST + " characters, with dots between names");
  }

  /** Whether a text can be a field's path. */
  public static boolean isValid(String path) {
    return path.length() <= LONGEST && !path.isBlank() && WELL_FORMED.matcher(path).matches();
  }
}
