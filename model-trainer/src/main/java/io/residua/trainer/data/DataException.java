package io.residua.trainer.data;

/** Data that cannot be used: one sentence with what was expected, what was found, and where. */
public final class DataException extends Exception {
  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    super(message);
  }

  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
