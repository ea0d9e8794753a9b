package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What the interface promises, kept by the scores that also look at something else. */
class ScoresOfMoreThanAResidualTest {

  @Property(tries = 300)
  void contributionsAreTheScoresParts(
      @ForAll("kinds") ResidualKind kind,
      @ForAll @IntRange(min = 1, max = 12) int width,
      @ForAll Random random) {
    ScoredRecordCase of = ScoredRecordCase.of(kind, width, random);
    double[] parts = new double[width];

    of.score().contributions(of.input(), of.latent(), of.reconstruction(), of.observed(), parts);

    for (int i = 0; i < width; i++) {
      assertThat(parts[i]).isNotNegative();
      assertThat(of.observed()[i] || parts[i] == 0).isTrue();
    }
    double whole = of.value() * Observed.count(of.observed(), width);
    assertThat(Arrays.stream(parts).sum()).isEqualTo(whole, within(1e-9 * (1 + whole)));
  }

  @Property(tries = 100)
  void theScoreIsTheSameForOneThreadAndAtLeastZero(
      @ForAll("kinds") ResidualKind kind,
      @ForAll @IntRange(min = 1, max = 12) int width,
      @ForAll Random random) {
    ScoredRecordCase of = ScoredRecordCase.of(kind, width, random);
    ResidualScore own = of.score().forOneThread();

    double first = own.score(of.input(), of.latent(), of.reconstruction(), of.observed());
    double again = own.score(of.input(), of.latent(), of.reconstruction(), of.observed());

    assertThat(of.value()).isNotNegative().isEqualTo(first).isEqualTo(again);
  }

  @Property(tries = 100)
  void whatIsRebuiltOfAFeatureThatWasNotObservedDoesNotMatter(
      @ForAll @IntRange(min = 2, max = 12) int width, @ForAll Random random) {
    ScoredRecordCase of = ScoredRecordCase.of(ResidualKind.LATENT_DENSITY, width, random);
    double before = of.value();

    for (int i = 0; i < width; i++) {
      of.reconstruction()[i] = of.observed()[i] ? of.reconstruction()[i] : 1e6f;
      of.input()[i] = of.observed()[i] ? of.input()[i] : -1e6f;
    }

    assertThat(of.value()).isEqualTo(before);
  }

  @Property(tries = 20)
  void aNetworkOfAnotherShapeIsRefused(@ForAll("kinds") ResidualKind kind, @ForAll Random random) {
    ScoredRecordCase of = ScoredRecordCase.of(kind, 5, random);
    ScoredRecordCase other = ScoredRecordCase.of(kind, 6, random);

    of.score().requireSuits(of.network());
    assertThatThrownBy(() -> of.score().requireSuits(other.network()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 20)
  void whatIsNotANumberIsNoScore(@ForAll("kinds") ResidualKind kind, @ForAll Random random) {
    ScoredRecordCase of = ScoredRecordCase.of(kind, 4, random);
    Arrays.fill(of.latent(), Float.NaN);
    Arrays.fill(of.input(), Float.NaN);

    assertThat(of.value()).isNaN();
  }

  @Provide
  Arbitrary<ResidualKind> kinds() {
    return Arbitraries.of(ScoredRecordCase.KINDS);
  }
}
