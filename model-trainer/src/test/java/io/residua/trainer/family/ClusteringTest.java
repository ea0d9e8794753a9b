package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.gradient.GradientCheck;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.FittedAutoencoder;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusteringTest {
  private static final int GROUPS = ClusterSamples.GROUPS;
  private static final String GAME = "steps: 900, batch: 64, learning-rate: 0.006";

  /** The 99th percentile of the chi-square distribution with four degrees of freedom. */
  private static final double CHI_SQUARE_99 = 13.3;

  private final FeatureMatrix training = ClusterSamples.rows(1000, 1);
  private final FeatureMatrix heldOut = ClusterSamples.rows(500, 2);

  /** Seeds 1 to 5 give 1.000 each; a cluster for each group drawn at random 0.37. */
  @Test
  void clustersAreTheGroupsAndLatentVectorsFollowBothPriors() throws Exception {
    FittedAutoencoder fitted = fitted("clusters: 5, latent: 2, " + GAME, training);

    ClusterTables tables = ClusterTables.of(fitted.network(), heldOut, GROUPS);
    assertThat(tables.bestAccuracy()).isGreaterThan(0.95);
    assertThat(tables.chiSquare(fitted.prior().orElseThrow().shares())).isLessThan(CHI_SQUARE_99);
    assertThat(PriorSamples.normality(tables.own(), 2)).isGreaterThan(0.01);
  }

  /** So that the tests that it passes say something. */
  @Test
  void aPlainAutoencodersLatentVectorsDoNotFollowThePrior() {
    Latents plain =
        Latents.of(
            spec("family: undercomplete, latent: 2, steps: 600, learning-rate: 0.006"),
            training,
            heldOut,
            3);

    assertThat(PriorSamples.normality(PriorSamples.standardised(plain.latent(), 2), 2))
        .isLessThan(0.01);
  }

  @Test
  void rowsOfUnknownClassesAreOfTheRightOneThoughFewAreKnown() throws Exception {
    Network network =
        fitted("clusters: 5, latent: 2, " + GAME, training.withClasses(known(50))).network();

    assertThat(ClusterTables.of(network, heldOut, GROUPS).accuracy()).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deterministic", "gaussian", "noise"})
  void theExportedNetworkGivesWhatTrainingSees(String posterior) {
    Composition trained = untrained("clusters: 5, latent: 3, posterior: " + posterior, training);
    new Game(trained.objectives()).play(heldOut, 20, 0.01);
    Tape tape = new Tape();

    Network exported = trained.network();

    float[] latent = new float[500 * 8];
    float[] output = new float[heldOut.values().length];
    new NetworkRunner(exported).run(heldOut.values(), 500, latent, output);
    assertThat(exported.clusters()).isEqualTo(5);
    assertThat(latent)
        .containsExactly(
            trained.latent(tape, tape.constant(8, heldOut.values())).values(), within(1e-5f));
    assertThat(output)
        .containsExactly(
            trained.reconstruction(tape, tape.constant(8, heldOut.values())).values(),
            within(1e-5f));
  }

  @Test
  void theSameSeedGivesTheSameLatentVectors() throws Exception {
    FeatureMatrix rows = training.withClasses(known(50));
    String model = "clusters: 7, latent: 2, steps: 40";

    float[] one = PriorSamples.of(fitted(model, rows).network(), heldOut);
    float[] same = PriorSamples.of(fitted(model, rows).network(), heldOut);

    assertThat(same).containsExactly(one);
  }

  @Test
  void gradientsAreThoseOfDifferences() {
    FeatureMatrix rows =
        ClusterSamples.rows(6, 1)
            .withClasses(new int[] {0, -1, 1, FeatureMatrix.UNKNOWN_CLASS, 2, 0});
    Composition autoencoder = untrained("clusters: 4, latent: 2, hidden: [3]", rows);

    assertThat(autoencoder.terms()).hasSize(4);
    for (LossTerm term : autoencoder.terms()) {
      GradientCheck.agrees(
          autoencoder.parameters().all(),
          tape -> term.of(autoencoder.pass(Step.heldOut(tape, rows))));
    }
  }

  @Test
  void theEntropyIsThatOfKnownClassesAlone() {
    FeatureMatrix rows = ClusterSamples.rows(3, 1).withClasses(new int[] {1, -1, 0});
    Composition autoencoder = untrained("clusters: 2, latent: 1", rows);
    Tape tape = new Tape();
    Pass pass = autoencoder.pass(Step.heldOut(tape, rows));

    float[] latent = pass.code().mean().values();

    assertThat((double) new ClassEntropy(2).of(pass).value())
        .isEqualTo(-(Math.log(latent[1]) + Math.log(latent[6])) / 2, within(1e-5));
    assertThat(new ClassEntropy(2).of(autoencoder.pass(Step.heldOut(tape, heldOut))).value())
        .isZero();
  }

  @Test
  void aDiscriminatorOfClustersThatWinsIsTold() {
    Composition untrained = untrained("clusters: 5, latent: 2", training);
    new Game(untrained.rivals()).play(heldOut, 100, 0.01);

    assertThat(untrained.warnings(heldOut))
        .anyMatch(
            warning ->
                warning.startsWith(
                    "the discriminator won outright: it tells shares in clusters from draws of the"
                        + " prior in "));
  }

  @Test
  void fewerClustersThanClassesAreRefused() {
    assertThatThrownBy(() -> fitted("clusters: 4, steps: 10", training.withClasses(known(50))))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "model.clusters: expected at least as many as the data have classes, 5, found 4");
  }

  private static int[] known(int count) {
    int[] classes = new int[1000];
    Arrays.setAll(classes, row -> row < count ? row % GROUPS : FeatureMatrix.UNKNOWN_CLASS);
    return classes;
  }

  private static ModelSpec spec(String model) {
    return Samples.spec(model);
  }

  private static Composition untrained(String model, FeatureMatrix rows) {
    return Steps.untrained("family: adversarial, " + model, rows);
  }

  private FittedAutoencoder fitted(String model, FeatureMatrix rows) throws TrainingException {
    return AutoencoderFitter.fit(
        spec("family: adversarial, " + model), rows, heldOut, 3, TrainingListener.SILENT);
  }
}
