package io.residua.trainer.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.TrialSpec;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrialBudgetTest {
  private final AtomicLong clock = new AtomicLong(-7);

  @Test
  void aNumberOfTrialsIsNotExceeded() {
    TrialBudget budget = budget(Optional.of(2), Optional.empty());

    assertThat(budget.allows(1)).isTrue();
    assertThat(budget.allows(2)).isFalse();
    assertThat(budget.ended(2)).isEqualTo("as many as model.trials allows");
    assertThat(budget.ended(1)).isEqualTo("all that there are within model.max-cost");
  }

  @Test
  void noTrialIsBegunWhenItsTimeIsOver() {
    TrialBudget budget = budget(Optional.of(9), Optional.of(Duration.ofSeconds(10)));

    clock.addAndGet(9_999_999_999L);
    assertThat(budget.allows(3)).isTrue();
    clock.incrementAndGet();
    assertThat(budget.allows(3)).isFalse();
    assertThat(budget.ended(3)).isEqualTo("as many as were begun within model.max-time");
    assertThat(budget.seconds()).isEqualTo(10);
  }

  @Test
  void withoutABoundNothingMayBeTried() {
    assertThat(budget(Optional.empty(), Optional.empty()).any()).isFalse();
    assertThat(budget(Optional.empty(), Optional.of(Duration.ofHours(1))).any()).isTrue();
  }

  private TrialBudget budget(Optional<Integer> most, Optional<Duration> time) {
    return new TrialBudget(new TrialSpec(most, time), clock::get);
  }
}
