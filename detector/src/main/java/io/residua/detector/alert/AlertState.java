package io.residua.detector.alert;

/** Where an event stands; all its messages have one id. */
public enum AlertState {
  /** The event begins. */
  OPEN,
  /** It goes on. */
  UPDATE,
  /** It is over: told once, and nothing follows. */
  CLOSED
}
