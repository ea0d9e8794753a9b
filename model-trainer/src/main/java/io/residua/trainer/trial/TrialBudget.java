package io.residua.trainer.trial;

import io.residua.detector.definition.DurationNotation;
import io.residua.detector.definition.TrialSpec;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What may still be spent on candidates. Its time begins with it. */
public final class TrialBudget {
  private final TrialSpec spec;
  private final LongSupplier nanoTime;
  private final long begun;

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  public TrialBudget(TrialSpec spec, LongSupplier nanoTime) {
    this.spec = spec;
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
  }

  /** Whether any candidate may be tried at all, were there time. */
  public boolean any() {
    return spec.any();
  }

  /**
   * Whether one more candidate may be begun.
   *
   * @param done how many have been tried
   */
  public boolean allows(int done) {
    return done < spec.most().orElse(Integer.MAX_VALUE) && !isTimeOver();
  }

  /** Since it began. */
  public double seconds() {
    return (nanoTime.getAsLong() - begun) / 1e9;
  }

  private boolean isTimeOver() {
    Optional<Duration> most = spec.time();
    return most.isPresent() && nanoTime.getAsLong() - begun >= most.get().toNanos();
  }

  /** What to tell where not even one may be begun, once the recipe is trained. */
  public String overAtOnce() {
    return "model.max-time: %s was over when the recipe was trained; nothing else was tried"
        .formatted(spec.time().map(DurationNotation::write).orElseThrow());
  }

  /**
   * Why no more were tried, for people.
   *
   * @param done how many have been tried
   */
  public String ended(int done) {
    if (done >= spec.most().orElse(Integer.MAX_VALUE)) {
      return "as many as model.trials allows";
    }
    return isTimeOver()
        ? "as many as were begun within model.max-time"
        : "all that there are within model.max-cost";
  }
}
