package io.residua.detector.definition;

import java.time.Duration;

/**
 * From when on a key flaps: when more than so many of its events open within so long.
 *
 * @param events 2 to {@value #MOST_EVENTS}
 * @param within a second to 30 days; also how long a key must be calm to flap no more
 */
public record FlappingSpec(int events, Duration within) {
  /** The times of this many events are kept for a key. */
  public static final int MOST_EVENTS = 64;

  static final int LEAST_EVENTS = 2;

  public FlappingSpec {
    if (events < LEAST_EVENTS || events > MOST_EVENTS) {
      throw new IllegalArgumentException(
          "events must be %d to %d, got %d".formatted(LEAST_EVENTS, MOST_EVENTS, events));
    }
    AlertSpec.check("within", within, AlertSpec.SECOND, AlertSpec.LONGEST);
  }
}
