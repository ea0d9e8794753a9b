package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.trainer.train.TrainingException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutoRecipeTest {
  @Test
  void withoutABoundThirtyFeaturesCostAtMostFiftyThousandMultiplyAdds() throws Exception {
    AutoRecipe recipe = AutoRecipe.of(30, Optional.empty());

    assertThat(recipe).isEqualTo(new AutoRecipe(128, 64, 256, true));
    assertThat(recipe.multiplyAdds(30)).isBetween(35_000L, 50_000L);
  }

  @ParameterizedTest
  @ValueSource(ints = {39_000, 20_000, 12_000, 5_000, 1_500})
  void sizesFitTheBound(int most) throws Exception {
    assertThat(AutoRecipe.of(30, Optional.of(most)).multiplyAdds(30))
        .isLessThanOrEqualTo(most)
        .isGreaterThan(most / 4);
  }

  @Test
  void tooManyFeaturesToWhitenAreNotWhitened() throws Exception {
    assertThat(AutoRecipe.of(512, Optional.empty()).whitened()).isTrue();
    assertThat(AutoRecipe.of(513, Optional.empty()).whitened()).isFalse();
  }

  @Test
  void aBoundThatNothingFitsIsRefused() {
    assertThatThrownBy(() -> AutoRecipe.of(30, Optional.of(1_000)))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "model.max-cost: expected at least 1,114, which the cheapest model of 30 features takes,"
                + " found 1,000");
  }
}
