package io.residua.detector.bundle;

/** A bundle that cannot be loaded: what was expected, what was found, and in which entry. */
public final class BundleException extends Exception {
  private static final long serialVersionUID = 1L;

  public BundleException(String message) {
    super(message);
  }

  public BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
