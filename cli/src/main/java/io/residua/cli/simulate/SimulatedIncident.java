package io.residua.cli.simulate;

import java.util.List;

/**
 * Consecutive anomalies of one kind and key.
 *
 * @param from position {@code t} of the first
 * @param to position {@code t} of the last
 */
public record SimulatedIncident(
    String key, long from, long to, String kind, List<String> culprits) {
  public SimulatedIncident {
    culprits = List.copyOf(culprits);
  }
}
