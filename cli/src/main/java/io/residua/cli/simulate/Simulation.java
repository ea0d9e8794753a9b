package io.residua.cli.simulate;

import java.util.List;

/** An endless, seeded source of records in the order of their event time. Not thread-safe. */
public interface Simulation {
  /** The columns that are labels or positions, never features. */
  List<String> NOT_FEATURES = List.of("t", "label", "anomaly_kind");

  /** Names of the values of every record, in order. */
  List<String> columns();

  /** The next record. */
  SimulatedRecord next();
}
