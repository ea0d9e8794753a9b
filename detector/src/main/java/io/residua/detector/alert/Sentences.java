package io.residua.detector.alert;

import java.time.Instant;

/** What alerts say that no explanation says. */
final class Sentences {
  private static final long[] MILLIS = {86_400_000L, 3_600_000L, 60_000L, 1_000L};
  private static final String[] UNITS = {"d", "h", "m", "s"};

  private Sentences() {}

  static String closed(OpenEvent event, long calm) {
    String anomalies = event.anomalies() == 1 ? "1 anomaly" : event.anomalies() + " anomalies";
    return "no anomaly for %s, after %s in %s; the highest severity was %d"
        .formatted(span(calm), anomalies, span(event.last() - event.begin()), event.peakSeverity());
  }

  static String flapping(int events, long within, String reason) {
    return "more than %d events within %s: flapping, and quiet until calm for as long; %s"
        .formatted(events, span(within), reason);
  }

  static String calm(OpenEvent event, long within) {
    return "no event for %s, after %d more in %s: flapping no longer"
        .formatted(span(within), event.anomalies(), span(event.last() - event.begin()));
  }

  static String silent(long silence, long lastEvent) {
    return "no record for %s; the last one is of %s"
        .formatted(span(silence), Instant.ofEpochMilli(lastEvent));
  }

  static String inputSilent(RecordPosition input, long silence) {
    return "no record at all on %s-%d for %s"
        .formatted(input.topic(), input.partition(), span(silence));
  }

  static String heardAgain(long lastEvent) {
    return "records come again; the last one before is of " + Instant.ofEpochMilli(lastEvent);
  }

  static String noLongerWatched() {
    return "silence is no longer watched";
  }

  static String forgotten(long lastEvent) {
    return "silent for so long that it is no longer watched; the last record is of "
        + Instant.ofEpochMilli(lastEvent);
  }

  /** A duration in its two largest units: {@code 2h 5m}, {@code 40s}. */
  static String span(long millis) {
    for (int i = 0; i < MILLIS.length; i++) {
      if (millis >= MILLIS[i]) {
        String first = millis / MILLIS[i] + UNITS[i];
        long rest = i + 1 < MILLIS.length ? millis % MILLIS[i] / MILLIS[i + 1] : 0;
        return rest == 0 ? first : first + " " + rest + UNITS[i + 1];
      }
    }
    return millis + "ms";
  }
}
