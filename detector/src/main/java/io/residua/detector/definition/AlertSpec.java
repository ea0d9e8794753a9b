package io.residua.detector.definition;

/**
 * What an alert says.
 *
 * @param explain how many fields its explanation names, 0 to 100
 */
public record AlertSpec(int explain) {
  static final int MOST_EXPLAINED = 100;

  public AlertSpec {
    if (explain < 0 || explain > MOST_EXPLAINED) {
      throw new IllegalArgumentException(
          "explain must be 0 to " + MOST_EXPLAINED + ", got " + explain);
    }
  }
}
