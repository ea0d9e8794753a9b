package io.residua.stream;

/**
 * The engine's states cannot be used: nothing is wrong with the record, and the engine is to decide
 * by the cause, which is its own exception.
 */
public final class StateAccessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StateAccessException(RuntimeException cause) {
    super(cause);
  }

  @Override
  public synchronized RuntimeException getCause() {
    return (RuntimeException) super.getCause();
  }
}
