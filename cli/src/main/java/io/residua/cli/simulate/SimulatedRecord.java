package io.residua.cli.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One record of a simulation.
 *
 * @param key card or host
 * @param t the record's position: transaction number or minute, from 0
 * @param time event time, in UTC
 * @param anomalyKind what was injected, empty for a normal record
 * @param culprits columns that the anomaly changes; empty for a normal record
 * @param values one for each column: strings, numbers or null where nothing was observed
 */
public record SimulatedRecord(
    String key,
    long t,
    Instant time,
    Optional<String> anomalyKind,
    List<String> culprits,
    List<Object> values) {
  public SimulatedRecord {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(anomalyKind, "anomalyKind");
    culprits = List.copyOf(culprits);
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  public boolean anomaly() {
    return anomalyKind.isPresent();
  }
}
