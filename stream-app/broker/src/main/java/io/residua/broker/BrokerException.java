package io.residua.broker;

/** A broker that cannot start or that stopped by itself: one sentence for people. */
public final class BrokerException extends Exception {
  private static final long serialVersionUID = 1L;

  public BrokerException(String message) {
    super(message);
  }

  public BrokerException(String message, Throwable cause) {
    super(message, cause);
  }
}
