package io.residua.cli.demo;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the alerts stand to the incidents.
 *
 * @param byKey of every key that has incidents or alerts, in alphabetical order
 */
record Judgement(Map<String, OfKey> byKey) {
  Judgement {
    byKey = Collections.unmodifiableMap(new TreeMap<>(byKey));
  }

  /** One key's part; of a key without incidents and alerts, an empty one. */
  OfKey of(String key) {
    return byKey.getOrDefault(key, OfKey.NOTHING);
  }

  int incidents() {
    return sum(OfKey::incidents);
  }

  int found() {
    return sum(OfKey::found);
  }

  int falseAlarms() {
    return sum(OfKey::falseAlarms);
  }

  /** Of every kind of incident: how many there are, and how many were found. */
  Map<String, Share> byKind() {
    Map<String, Long> all = countKinds(OfKey::incidents);
    Map<String, Long> found = countKinds(OfKey::found);
    Map<String, Share> shares = new TreeMap<>();
    all.forEach((kind, count) -> shares.put(kind, new Share(found.getOrDefault(kind, 0L), count)));
    return shares;
  }

  private int sum(Function<OfKey, List<?>> part) {
    return byKey.values().stream().mapToInt(key -> part.apply(key).size()).sum();
  }

  private Map<String, Long> countKinds(Function<OfKey, List<Incident>> part) {
    return byKey.values().stream()
        .flatMap(key -> part.apply(key).stream())
        .collect(Collectors.groupingBy(Incident::kind, Collectors.counting()));
  }

  /**
   * One key's part.
   *
   * @param incidents all there are
   * @param found those that an event met
   * @param events the key's alerts, grouped
   * @param falseAlarms events that met no incident
   */
  record OfKey(
      List<Incident> incidents,
      List<Incident> found,
      List<AlertEvent> events,
      List<AlertEvent> falseAlarms) {
    static final OfKey NOTHING = new OfKey(List.of(), List.of(), List.of(), List.of());

    OfKey {
      incidents = List.copyOf(incidents);
      found = List.copyOf(found);
      events = List.copyOf(events);
      falseAlarms = List.copyOf(falseAlarms);
    }

    int alerts() {
      return events.stream().mapToInt(AlertEvent::alerts).sum();
    }
  }

  /** So many of so many. */
  record Share(long part, long whole) {}
}
