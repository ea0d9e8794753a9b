package io.residua.detector.event;

/** What a detector reads a field as. */
public enum FieldKind {
  /** A number; read into {@link Event#number(int)}, booleans as 0 and 1. */
  NUMBER,
  /** A category; read into {@link Event#text(int)}, numbers and booleans in their JSON spelling. */
  TEXT,
  /** A point in time; read into {@link Event#number(int)} as milliseconds since 1970 UTC. */
  TIME,
  /**
   * A number made from the key's earlier events; held in {@link Event#number(int)}. No decoder
   * reads it: {@code history} fills it in.
   */
  DERIVED
}
