package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.ModelSpec;
import io.residua.trainer.gradient.Adam;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.FittedAutoencoder;
import io.residua.trainer.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariationalFamiliesTest {
  private final FeatureMatrix rows = LinearGaussian.rows(3000, 1);
  private final FeatureMatrix heldOut = LinearGaussian.rows(1000, 2);

  @ParameterizedTest
  @ValueSource(strings = {"variational", "importance-weighted"})
  void theHeldOutBoundComesNearTheLikelihoodAndDoesNotPassIt(String family) throws Exception {
    List<String> messages = new ArrayList<>();
    ModelSpec spec =
        spec("family: %s, hidden: [16], latent: 2, learning-rate: 0.01".formatted(family));

    FittedAutoencoder fitted =
        AutoencoderFitter.fit(
            spec,
            rows,
            heldOut,
            1,
            new TrainingListener() {
              @Override
              public void message(String sentence) {
                messages.add(sentence);
              }
            });

    double bound = -LinearGaussian.WIDTH * fitted.history().bestLoss();
    double likelihood = LinearGaussian.logLikelihood(heldOut);
    assertThat(bound).isLessThan(likelihood + 0.03).isGreaterThan(likelihood - 0.1);
    assertThat(messages).isEmpty();
  }

  @Test
  void theNoiseIsLearned() throws Exception {
    Composition trained = trained("family: variational, hidden: [16], latent: 3", 1000);

    float[] variances = ((Elbo) trained.terms().get(0)).likelihood().variances();

    for (int shared = 0; shared < 4; shared++) {
      assertThat(variances[shared]).isCloseTo(0.16f, within(0.06f));
    }
  }

  @Test
  void aLargerBetaLowersTheDivergenceUntilNothingIsLeft() throws Exception {
    double last = Double.POSITIVE_INFINITY;
    for (int beta : new int[] {1, 8}) {
      Composition trained = trained("family: variational, latent: 2, beta: " + beta, 600);
      double divergence = divergence(trained);
      assertThat(divergence).isLessThan(0.8 * last);
      last = divergence;
    }
    assertThat(trained("family: variational, latent: 2, beta: 1000", 600).warnings(heldOut))
        .singleElement()
        .asString()
        .contains("2 of the 2 latent numbers collapsed");
  }

  private double divergence(Composition trained) {
    Code code = LinearGaussian.pass(trained, heldOut, 1).code();
    return Divergence.of(code.mean(), code.logVariance().orElseThrow()).rowSums().mean().value();
  }

  private static ModelSpec spec(String model) throws Exception {
    String yaml =
        """
        detector: d
        input: { topic: t, format: json }
        features: [ { field: x, transform: none } ]
        model: { %s }
        """
            .formatted(model);
    return DefinitionParser.parse(yaml, Path.of(".")).model();
  }

  private Composition trained(String model, int steps) throws Exception {
    ModelSpec spec = spec(model);
    Composition autoencoder =
        (Composition) Families.of(AutoencoderPlan.of(spec, rows), rows, new SplittableRandom(3));
    Adam adam = new Adam(autoencoder.parameters());
    SplittableRandom random = new SplittableRandom(4);
    Tape tape = new Tape();
    for (int step = 0; step < steps; step++) {
      FeatureMatrix batch = rows.select(random.ints(64, 0, rows.rows()).toArray());
      autoencoder.parameters().clearGradients();
      tape.backward(autoencoder.loss(LinearGaussian.step(tape, batch, step)));
      adam.step(0.01 * (1 - (double) step / steps));
      tape.clear();
    }
    return autoencoder;
  }
}
