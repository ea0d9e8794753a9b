package io.residua.detector.definition;

/** What an aggregate says of the events in its window. */
public enum Statistic {
  /** How many events had the field. */
  COUNT,
  SUM,
  MEAN,
  /** The population's standard deviation; 0 for one event. */
  STD,
  MIN,
  MAX,
  /** How many different values, estimated. */
  DISTINCT,
  /** Events an hour, over the window or the key's age where that is shorter. */
  RATE;

  /** Whether the field is read as text: values are told apart by their spelling. */
  public boolean readsText() {
    return this == DISTINCT;
  }

  /** Whether it can be kept under exponential decay. */
  public boolean decays() {
    return this == COUNT || this == SUM || this == MEAN || this == STD;
  }
}
