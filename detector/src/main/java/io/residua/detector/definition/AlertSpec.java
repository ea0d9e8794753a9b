package io.residua.detector.definition;

/**
 * What an alert says.
 *
 * @param explain how many fields its explanation names, 0 to 100
 */
public record AlertSpec(int explain) {
  public AlertSpec {
    if (explain < 0 || explain > 100) {
      throw new IllegalArgumentException("explain must be 0 to 100, got " + explain);
    }
  }
}
