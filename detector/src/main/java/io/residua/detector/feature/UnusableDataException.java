package io.residua.detector.feature;

/** Data that no features can be fitted to: one sentence for the user. */
public final class UnusableDataException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnusableDataException(String message) {
    super(message);
  }
}
