package io.residua.detector.definition;

import java.time.Duration;

/**
 * What is remembered of keys.
 *
 * @param timeToLive how long, in event time, after its newest event; at least 1 s
 */
public record StateSpec(Duration timeToLive) {
  public StateSpec {
    if (timeToLive.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("a state lives at least 1 s, got " + timeToLive);
    }
  }
}
