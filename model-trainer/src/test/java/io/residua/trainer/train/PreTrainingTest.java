package io.residua.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.network.DenseLayer;
import io.residua.trainer.family.AutoencoderPlan;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreTrainingTest {
  private static final String DEEP =
      ", hidden: [32, 24, 16, 12], latent: 4, batch: 128, learning-rate: 0.003";
  private final FeatureMatrix rows = Samples.causes(1000, 10, 101);

  private FittingRun run(String model) {
    AutoencoderPlan plan = AutoencoderPlan.of(Samples.spec(model), rows);
    return new FittingRun(
        plan,
        plan.training().learningRate(),
        rows,
        rows,
        Optional.empty(),
        1,
        TrainingListener.SILENT);
  }

  private FittingRun deep(String family, String activation, String schedule) {
    return run(
        "family: %s, steps: 800, activation: %s, pre-training: %s"
                .formatted(family, activation, schedule)
            + DEEP);
  }

  @ParameterizedTest
  @CsvSource({
    "undercomplete, layer-wise",
    "undercomplete, boltzmann",
    "denoising, layer-wise",
    "denoising, boltzmann",
  })
  void theWholeNetworkBeginsBelowRandomWeights(String family, String schedule) {
    FittingRun trained = deep(family, "tanh", schedule);

    assertThat(trained.prepare()).isTrue();

    assertThat(trained.validationLoss())
        .isLessThan(0.93 * deep(family, "tanh", "none").validationLoss());
  }

  @ParameterizedTest
  @CsvSource({
    "undercomplete, layer-wise, sigmoid, 400",
    "undercomplete, boltzmann, sigmoid, 400",
    "denoising, layer-wise, sigmoid, 400",
    "undercomplete, layer-wise, relu, 200",
    "undercomplete, boltzmann, relu, 200",
  })
  void theWholeNetworkLearnsSooner(String family, String schedule, String activation, int step) {
    assertThat(lossAt(step, deep(family, activation, schedule)))
        .isLessThan(0.9 * lossAt(step, deep(family, activation, "none")));
  }

  private static double lossAt(int step, FittingRun run) {
    assertThat(run.complete()).isTrue();
    return run.history().points().stream()
        .filter(point -> point.step() == step)
        .mapToDouble(LossPoint::validationLoss)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"sparse-l1", "sparse-kl", "contractive", "undercomplete", "denoising"})
  void everyLayerIsTrainedOnceFromTheInputUp(String family) throws TrainingException {
    List<String> messages = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void message(String sentence) {
            messages.add(sentence);
          }
        };
    for (String schedule : List.of("layer-wise", "boltzmann")) {
      messages.clear();

      AutoencoderFitter.fit(
          Samples.spec(
              "family: %s, pre-training: %s, hidden: [9, 8], latent: 7, steps: 60"
                  .formatted(family, schedule)),
          rows,
          rows,
          1,
          listener);

      assertThat(messages)
          .hasSizeGreaterThanOrEqualTo(3)
          .satisfies(
              all -> {
                assertThat(all.get(0)).startsWith("first, 10 steps: ").endsWith("layer 1, 10 to 9");
                assertThat(all.get(2)).endsWith("layer 3, 8 to 7");
              });
    }
  }

  @Test
  void theSameSeedGivesTheSameWeights() throws TrainingException {
    for (String schedule : List.of("layer-wise", "boltzmann")) {
      String model = "family: denoising, steps: 40, hidden: [8], latent: 3, pre-training: ";
      assertThat(firstWeights(model + schedule)).isEqualTo(firstWeights(model + schedule));
    }
  }

  private float[] firstWeights(String model) throws TrainingException {
    return ((DenseLayer)
            AutoencoderFitter.fit(Samples.spec(model), rows, rows, 1, TrainingListener.SILENT)
                .network()
                .layers()
                .get(0))
        .weights();
  }
}
