package io.residua.detector.definition;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What family auto may spend on further candidates, beside its recipe; none are trained where
 * neither bound is given.
 *
 * @param most how many candidates at most, 1 to {@value #MOST}
 * @param time after which no further one is begun, counted from the beginning of the training
 */
public record TrialSpec(Optional<Integer> most, Optional<Duration> time) {
  /** No further candidates. */
  public static final TrialSpec NONE = new TrialSpec(Optional.empty(), Optional.empty());

  static final int MOST = 100;
  static final Duration SHORTEST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofDays(30);

  public TrialSpec {
    Objects.requireNonNull(most, "most");
    Objects.requireNonNull(time, "time");
  }

  /** Whether any may be trained. */
  public boolean any() {
    return most.isPresent() || time.isPresent();
  }
}
