package io.residua.detector.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NormalScoresTest {

  @Property
  void aPValueIsTheConformalOne(
      @ForAll @Size(min = 1, max = 60) int[] whole, @ForAll @DoubleRange(max = 5) double score) {
    // Few distinct values, so that there are many ties.
    double[] scores = Arrays.stream(whole).mapToDouble(i -> Math.floorMod(i, 5)).sorted().toArray();

    double pValue = NormalScores.of(scores).pValue(score);

    assertThat(pValue).isEqualTo(exact(scores, score));
  }

  @Property
  void theScoreAtASignificanceIsTheSmallestThatReachesIt(
      @ForAll @Size(min = 1, max = 60) int[] whole,
      @ForAll @DoubleRange(min = -3, max = 0) double logarithm) {
    double significance = Math.pow(10, logarithm);
    double[] scores = Arrays.stream(whole).mapToDouble(i -> Math.floorMod(i, 7)).sorted().toArray();
    NormalScores body = NormalScores.of(scores);

    double score = body.scoreAt(significance);

    if (score == Double.POSITIVE_INFINITY) {
      assertThat(significance).isLessThan(1.0 / (1 + scores.length));
    } else {
      assertThat(body.pValue(score)).isLessThanOrEqualTo(significance);
      assertThat(score == 0 || body.pValue(Math.nextDown(score)) > significance).isTrue();
    }
  }

  @Test
  void manyScoresAreToldByFewWithinTheStatedError() {
    Random random = new Random(1);
    double[] scores = new double[300_000];
    Arrays.setAll(scores, i -> Math.round(Math.exp(random.nextGaussian()) * 1e6) / 1e6);
    Arrays.sort(scores);

    NormalScores body = NormalScores.of(scores);

    assertThat(body.values().length).isLessThan(16_000);
    assertThat(body.count()).isEqualTo(300_000);
    assertThat(body.largest()).isEqualTo(scores[scores.length - 1]);
    for (int i = 0; i < 20_000; i++) {
      double score = Math.exp(random.nextGaussian() * 1.2);
      double exact = exact(scores, score);
      double pValue = body.pValue(score);
      assertThat(pValue).isGreaterThanOrEqualTo(exact);
      assertThat(pValue).isEqualTo(exact, within(1e-4)).isEqualTo(exact, within(1.1e-3 * exact));
    }
  }

  @Test
  void upToTenThousandScoresAreKeptAsTheyAre() {
    double[] scores = new Random(2).doubles(10_000).sorted().toArray();

    assertThat(NormalScores.of(scores).values()).isEqualTo(scores);
  }

  @Test
  void numbersThatAreNoScoresAreRefused() {
    assertRefused(
        new double[0],
        new long[0],
        "calibration needs at least one normal score and one count for each, got 0 and 0");
    assertRefused(
        new double[] {1, 1},
        new long[] {2, 1},
        "normal scores must be finite and ascending; number 1 is 1.0");
    assertRefused(
        new double[] {Double.NaN},
        new long[] {1},
        "normal scores must be finite and ascending; number 0 is NaN");
    assertRefused(
        new double[] {1, 2},
        new long[] {2, 2},
        "counts of normal scores must be at least 1 and descending; number 1 is 2");
    assertRefused(
        new double[] {1},
        new long[] {0},
        "counts of normal scores must be at least 1 and descending; number 0 is 0");
  }

  private static void assertRefused(double[] values, long[] above, String message) {
    assertThatThrownBy(() -> new NormalScores(values, above))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static double exact(double[] ascending, double score) {
    int found = Arrays.binarySearch(ascending, score);
    int first = found < 0 ? -found - 1 : found;
    while (first > 0 && ascending[first - 1] == score) {
      first--;
    }
    return (1.0 + ascending.length - first) / (1.0 + ascending.length);
  }
}
