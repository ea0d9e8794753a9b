package io.residua.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyGrowthTest {
  @Test
  void countsWhatAKeyTakes() {
    KeyGrowth.Cost few = KeyGrowth.measure(100, 2000, 1);
    KeyGrowth.Cost many = KeyGrowth.measure(2000, 2000, 1);

    assertThat(few.recordsPerKey()).isEqualTo(41);
    assertThat(many.recordsPerKey()).isEqualTo(3);
    assertThat(many.stateBytes()).isPositive();
    assertThat(few.stateBytes()).as("of more records").isGreaterThan(many.stateBytes());
    assertThat(many.micros()).isPositive();
  }
}
