package io.residua.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says which incidents the alerts found and which alerts were false.
 *
 * <p>Alerts of one key closer than {@link AlertEvent#GAP} are one event. An incident, widened by
 * {@link #TOLERANCE} on both sides, is found when an event of its key overlaps it. An event that
 * overlaps no widened incident of its key is a false alarm. Times are event times.
 */
final class IncidentJudge {
  /** How far an alert may miss an incident. */
  static final Duration TOLERANCE = Duration.ofMinutes(10);

  private final List<Incident> incidents;

  IncidentJudge(List<Incident> incidents) {
    this.incidents = List.copyOf(incidents);
  }

  /**
   * @param alertTimes event times of each key's alerts, in any order
   */
  Judgement judge(Map<String, List<Long>> alertTimes) {
    Map<String, List<Incident>> byKey = new TreeMap<>();
    incidents.forEach(
        incident -> byKey.computeIfAbsent(incident.key(), key -> new ArrayList<>()).add(incident));
    TreeSet<String> keys = new TreeSet<>(byKey.keySet());
    keys.addAll(alertTimes.keySet());
    Map<String, Judgement.OfKey> judgements = new TreeMap<>();
    for (String key : keys) {
      List<AlertEvent> events = AlertEvent.group(alertTimes.getOrDefault(key, List.of()));
      judgements.put(key, judge(byKey.getOrDefault(key, List.of()), events));
    }
    return new Judgement(judgements);
  }

  private static Judgement.OfKey judge(List<Incident> incidents, List<AlertEvent> events) {
    List<Incident> found =
        incidents.stream()
            .filter(incident -> events.stream().anyMatch(event -> meets(event, incident)))
            .toList();
    List<AlertEvent> falseAlarms =
        events.stream()
            .filter(event -> incidents.stream().noneMatch(incident -> meets(event, incident)))
            .toList();
    return new Judgement.OfKey(incidents, found, events, falseAlarms);
  }

  private static boolean meets(AlertEvent event, Incident incident) {
    long tolerance = TOLERANCE.toMillis();
    return event.overlaps(incident.from() - tolerance, incident.to() + tolerance);
  }
}
