package io.residua.cli.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups each key's consecutive anomalies into incidents. */
final class LabelledRuns {
  private final List<Incident> closed = new ArrayList<>();
  private final Map<String, Incident> open = new HashMap<>();

  /**
   * @param time event time; not before the key's last one
   */
  void add(String key, long time, boolean anomaly) {
    Incident running = open.get(key);
    if (anomaly) {
      long from = running == null ? time : running.from();
      open.put(key, new Incident(key, from, Math.max(from, time), ""));
    } else if (running != null) {
      closed.add(open.remove(key));
    }
  }

  List<Incident> incidents() {
    List<Incident> all = new ArrayList<>(closed);
    all.addAll(open.values());
    return List.copyOf(all);
  }
}
