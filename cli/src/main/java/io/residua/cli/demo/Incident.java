package io.residua.cli.demo;

import java.util.Objects;

/**
 * Something that went wrong with one key, as the data's labels tell.
 *
 * @param from event time of its begin, in milliseconds since 1970 UTC
 * @param to event time of its end, not before its begin
 * @param kind what it was; empty where the data do not say
 */
record Incident(String key, long from, long to, String kind) {
  Incident {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(kind, "kind");
    if (to < from) {
      throw new IllegalArgumentException(
          "an incident of %s ends at %d, before its begin at %d".formatted(key, to, from));
    }
  }
}
