package io.residua.cli.produce;

/** A record that a topic did not take: which topic, and why. */
public final class PublishException extends Exception {
  private static final long serialVersionUID = 1L;

  PublishException(String message, Throwable cause) {
    super(message, cause);
  }
}
