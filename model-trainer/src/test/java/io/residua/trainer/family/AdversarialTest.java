package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.TrainingListener;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdversarialTest {
  private final FeatureMatrix training = PriorSamples.skewed(1000, 1);
  private final FeatureMatrix heldOut = PriorSamples.skewed(300, 2);

  @Test
  void latentVectorsOfHeldOutRowsFollowThePrior() throws Exception {
    Network network =
        fitted(
            "{ family: adversarial, latent: 2, steps: 2000, batch: 128, learning-rate: 0.006 }",
            training);

    assertThat(PriorSamples.normality(PriorSamples.of(network, heldOut), 2)).isGreaterThan(0.01);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deterministic", "gaussian", "noise"})
  void theExportedNetworkGivesWhatTrainingSees(String posterior) throws Exception {
    Composition trained = of("{ family: adversarial, latent: 2, posterior: " + posterior + " }");
    new Game(trained.objectives()).play(heldOut, 20, 0.01);
    Tape tape = new Tape();

    Network exported = trained.network();

    float[] latent = new float[600];
    float[] output = new float[1200];
    new NetworkRunner(exported).run(heldOut.values(), 300, latent, output);
    assertThat(output)
        .containsExactly(
            trained.reconstruction(tape, tape.constant(4, heldOut.values())).values(),
            within(1e-5f));
    assertThat(latent)
        .containsExactly(
            trained.latent(tape, tape.constant(4, heldOut.values())).values(), within(1e-5f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian", "noise"})
  void aRecordHasManyLatentVectorsWhereThePosteriorHasNoise(String posterior) throws Exception {
    Composition autoencoder =
        of("{ family: adversarial, latent: 2, posterior: " + posterior + " }");
    Tape tape = new Tape();
    Step step = Step.heldOut(tape, heldOut);

    float[] one = autoencoder.code(step).sample().values();
    float[] other = autoencoder.code(step).sample().values();

    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void eachClassHasItsRegionOfThePriorThoughMostRowsHaveNone() throws Exception {
    int[] classes = new int[1000];
    Arrays.setAll(classes, row -> row < 100 ? row % 3 : FeatureMatrix.UNKNOWN_CLASS);
    Network network =
        fitted(
            "{ family: adversarial, latent: 2, steps: 1500, batch: 128, learning-rate: 0.006 }",
            PriorSamples.groups(1000, 1).withClasses(classes));

    float[] latent = PriorSamples.of(network, PriorSamples.groups(300, 2));
    ClassRegions regions = new ClassRegions(3);
    int inside = 0;
    for (int row = 0; row < 300; row++) {
      inside += nearest(regions, latent[2 * row], latent[2 * row + 1]) == row % 3 ? 1 : 0;
    }
    assertThat(inside / 300.0).isGreaterThan(0.9);
  }

  private static int nearest(ClassRegions regions, float x, float y) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int region = 0; region < regions.classes(); region++) {
      double distance =
          Math.hypot(x - regions.centre(region, 2, 0), y - regions.centre(region, 2, 1));
      if (distance < least) {
        least = distance;
        nearest = region;
      }
    }
    return nearest;
  }

  private Composition of(String model) throws Exception {
    return (Composition)
        Families.of(
            AutoencoderPlan.of(PriorSamples.spec(model), training),
            training,
            new SplittableRandom(1));
  }

  private Network fitted(String model, FeatureMatrix rows) throws Exception {
    return AutoencoderFitter.fit(
            PriorSamples.spec(model), rows, heldOut, 3, TrainingListener.SILENT)
        .network();
  }
}
