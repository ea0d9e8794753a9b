package io.residua.trainer.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AspectTest {
  private static final boolean[] FIRST_TWO = {true, true, false, false};

  @Test
  void numbersDifferByTheirMeansInDeviations() {
    Difference difference =
        new NumberAspect(3, "amount", new double[] {1000, 1400, 10, 30}).of(FIRST_TWO);

    assertThat(difference.field()).isEqualTo(3);
    // Squared deviations of 80,000 and 200 with 2 degrees of freedom.
    assertThat(difference.size()).isCloseTo(1180 / Math.sqrt(40_100), within(1e-9));
    assertThat(difference.words())
        .isEqualTo("amount is higher: 1,200 on average, 20 in the others");
  }

  @Test
  void missingNumbersTakeNoPart() {
    double none = Double.NaN;

    assertThat(new NumberAspect(0, "a", new double[] {1, none, 2, 2.5}).of(FIRST_TWO).words())
        .isEqualTo("a is lower: 1 on average, 2.25 in the others");
    assertThat(new NumberAspect(0, "a", new double[] {none, none, 2, 3}).of(FIRST_TWO).size())
        .isZero();
  }

  @Test
  void aSizeIsFiniteWhateverTheNumbers() {
    assertThat(new NumberAspect(0, "a", new double[] {1, 1, 2, 2}).of(FIRST_TWO).size())
        .isEqualTo(10);
    assertThat(new NumberAspect(0, "a", new double[] {2, 2, 2, 2}).of(FIRST_TWO).size()).isZero();
    double huge = Double.MAX_VALUE;
    assertThat(new NumberAspect(0, "a", new double[] {huge, -huge, 2, 2}).of(FIRST_TWO).size())
        .isBetween(0.0, 10.0);
  }

  @Test
  void categoriesDifferByTheShareOfTheMostFrequentOne() {
    String[] values = {"\"food\"", "\"food\"", "\"food\"", "\"fuel\""};

    Difference difference = new CategoryAspect(1, "kind", values).of(FIRST_TWO);

    assertThat(difference.size()).isCloseTo(Math.PI - Math.PI / 2, within(1e-9));
    assertThat(difference.words())
        .isEqualTo("kind is \"food\" in 100 % of them, in 50 % of the others");
  }

  @Test
  void missingCategoriesTakeNoPart() {
    assertThat(
            new CategoryAspect(1, "kind", new String[] {"x", null, null, "y"})
                .of(FIRST_TWO)
                .words())
        .isEqualTo("kind is x in 100 % of them, in 0 % of the others");
    assertThat(
            new CategoryAspect(1, "kind", new String[] {null, null, "x", "y"}).of(FIRST_TWO).size())
        .isZero();
  }
}
