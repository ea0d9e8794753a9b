package io.residua.detector.alert;

/** A key's state that this version cannot read. */
final class UnreadableStateException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableStateException(String message) {
    super(message, null, false, false);
  }
}
