package io.residua.cli.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups each key's consecutive anomalies of one kind into incidents. */
public final class IncidentLog {
  private final List<SimulatedIncident> closed = new ArrayList<>();
  private final Map<String, SimulatedIncident> open = new HashMap<>();

  public void add(SimulatedRecord record) {
    SimulatedIncident running = open.get(record.key());
    String kind = record.anomalyKind().orElse("");
    if (running != null && !running.kind().equals(kind)) {
      closed.add(open.remove(record.key()));
      running = null;
    }
    if (record.anomaly()) {
      long from = running == null ? record.t() : running.from();
      open.put(
          record.key(),
          new SimulatedIncident(record.key(), from, record.t(), kind, record.culprits()));
    }
  }

  /** Every incident so far, in the order of its begin. */
  public List<SimulatedIncident> incidents() {
    List<SimulatedIncident> all = new ArrayList<>(closed);
    all.addAll(open.values());
    all.sort(
        Comparator.comparingLong(SimulatedIncident::from).thenComparing(SimulatedIncident::key));
    return List.copyOf(all);
  }
}
