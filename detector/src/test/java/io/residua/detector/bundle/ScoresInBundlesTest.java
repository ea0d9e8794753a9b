package io.residua.detector.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.calibration.CalibrationFitter;
import io.residua.detector.fixture.Fixtures;
import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import io.residua.detector.score.CombinedScore;
import io.residua.detector.score.CombinedScore.Part;
import io.residua.detector.score.ExponentialTail;
import io.residua.detector.score.LatentDensityFitter;
import io.residua.detector.score.MultiScaleFitter;
import io.residua.detector.score.MultiScaleResidual;
import io.residua.detector.score.PrototypeDistance;
import io.residua.detector.score.PrototypeFitter;
import io.residua.detector.score.ReconstructionProbabilityFitter;
import io.residua.detector.score.ResidualKind;
import io.residua.detector.score.ResidualScore;
import io.residua.detector.score.ResidualScoreFitter;
import io.residua.detector.score.StandardisedResidual;
import io.residua.detector.score.SupervisedScore;
import io.residua.detector.score.WhitenedPrototypeDistance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScoresInBundlesTest {
  private static final float[] SCALE = {1, 2, 3, 0.5f};
  private static final Network NETWORK = Fixtures.smallModel().global().network();

  @ParameterizedTest
  @EnumSource(ResidualKind.class)
  void everyKindOfScoreIsSavedAndReadWithoutLoss(ResidualKind kind) throws BundleException {
    ModelBundle model = with(score(kind), 500, 1440);

    byte[] bytes = BundleWriter.write(model);
    ModelBundle read = BundleReader.read(bytes);

    assertThat(read.global().score().kind()).isEqualTo(kind);
    assertThat(BundleWriter.write(read)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"1, 1440", "150, NaN", "25000, 0.5"})
  void everyCalibrationIsSavedAndReadWithoutLoss(int scores, double recordsPerDay)
      throws BundleException {
    ModelBundle model = with(score(ResidualKind.MEAN_SQUARED), scores, recordsPerDay);

    byte[] bytes = BundleWriter.write(model);
    ModelBundle read = BundleReader.read(bytes);

    assertThat(read.global().calibration().body().count()).isEqualTo(scores);
    assertThat(read.global().calibration().tail()).isEqualTo(model.global().calibration().tail());
    assertThat(BundleWriter.write(read)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "median" : 1.3       | "median" : 0           | score prototypes must be finite and above 0, is 0.0
          "median" : 1.3       | "median" : 1.3, "x": 1 | score.parts[1].x is not known
          "prototypes" : 16    | "prototypes" : 15      | score.prototypes must have shape [15, 4], has [16, 4]
          "prototypes" : 16    | "prototypes" : 5000    | must be a whole number from 1 to 4096, is 5000
          "kind" : "prototypes"| "kind" : "combined"    | a part of a combined score is itself combined
          "kind" : "whitened-prototypes" | "kind" : "mean-squared" | score.parts[2].prototypes is not known
          """)
  void aCombinationThatDoesNotHoldTogetherIsRefused(String text, String by, String message)
      throws BundleException {
    byte[] bytes = BundleWriter.write(with(score(ResidualKind.COMBINED), 500, 1440));
    byte[] changed = HostileBundleTest.with(bytes, "network.json", text, by);

    assertThatThrownBy(() -> BundleReader.read(changed))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          LATENT_DENSITY | "components" : 2 | "components" : 65 | components must be a whole number from 1 to 64, is 65
          LATENT_DENSITY | "components" : 2 | "components" : 3 | score.latent-density.weights must have shape [3], has [2]
          LATENT_DENSITY | "width" : 4 | "width" : 2 | score.latent-density.means must have shape [2, 2], has [2, 4]
          LATENT_DENSITY | "width" : 4 | "width" : 4, "x" : 1 | score.x is not known
          MULTI_SCALE | "levels" : 4 | "levels" : 3 | score.multi-scale.levels must have shape [3], has [4]
          MULTI_SCALE | "levels" : 4 | "levels" : 0 | levels must be a whole number from 1 to 256, is 0
          MULTI_SCALE | "vectors" : 3 | "vectors" : 257 | vectors must be a whole number from 1 to 256, is 257
          MULTI_SCALE | "vectors" : 3 | "vectors" : 4 | score.multi-scale.noise must have shape [4, 4], has [3, 4]
          RECONSTRUCTION_PROBABILITY | "samples" : 5 | "samples" : 6 | score.reconstruction-probability.noise must have shape [6, 2], has [5, 2]
          RECONSTRUCTION_PROBABILITY | "log_variance" | "log_deviance" | log_variance is missing
          RECONSTRUCTION_PROBABILITY | "log_variance" : [ { | "log_variance" : [ { "kind" : "x", | log_variance[0].kind must be one of
          RECONSTRUCTION_PROBABILITY | "log_variance" : [ { | "log_variance" : [ ], "x" : [ { | expected at least one layer, got none
          SUPERVISED | "scale" : 0.25 | "scale" : 0 | its scale finite and above 0, got 0.5 and 0.0
          SUPERVISED | "scale" : 0.25 | "scale" : -1 | its scale finite and above 0, got 0.5 and -1.0
          SUPERVISED | "location" : -3.0 | "location" : 1e999 | head_tail.location must be a
          SUPERVISED | "location" : -3.0 | "location" : -3.0, "x" : 1 | score.head_tail.x is not known
          SUPERVISED | "kind" : "combined" | "kind" : "supervised" | a part of another score is supervised
          SUPERVISED | "outputs" : 1, | "outputs" : 2, | score.head.1.weight must have shape [2, 3], has [1, 3]
          SUPERVISED | "head" : [ { | "head" : [ ], "x" : [ { | expected at least one layer, got none
          """)
  void aScoreThatDoesNotHoldTogetherIsRefused(
      ResidualKind kind, String text, String by, String message) throws BundleException {
    byte[] bytes = BundleWriter.write(with(score(kind), 500, 1440));
    byte[] changed = HostileBundleTest.with(bytes, "network.json", text, by);

    assertThatThrownBy(() -> BundleReader.read(changed))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aScoreThatCostsMoreThanOneMayIsRefused() throws BundleException {
    int width = 1024;
    DenseLayer in =
        new DenseLayer(width, 1024, new float[width * 1024], new float[1024], Activation.IDENTITY);
    Network wide = new Network(List.of(in, in), 1);
    float[] ones = new float[width];
    Arrays.fill(ones, 1);
    ResidualScore slow =
        new MultiScaleResidual(wide, new float[] {1}, new float[200 * width], ones);
    Map<String, byte[]> entries = new HashMap<>();
    NetworksEntry.write(
        ModelParts.single(wide, slow, Fixtures.smallModel().global().calibration()), entries);

    assertThatThrownBy(
            () ->
                NetworksEntry.read(entries.get("network.json"), entries.get("weights.safetensors")))
        .isInstanceOf(BundleException.class)
        .hasMessage(
            "network.json: expected at most 268435456 multiply-adds a record, found 422141952");
  }

  @Test
  void aScoreOfAnotherNetworkIsNoPartOfAModel() {
    assertThatThrownBy(
            () ->
                ModelParts.single(
                    other(),
                    score(ResidualKind.MULTI_SCALE),
                    Fixtures.smallModel().global().calibration()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a multi-scale residual must be of the model's own network");
  }

  private static Network other() {
    return new Network(
        List.of(
            new DenseLayer(4, 2, new float[8], new float[2], Activation.TANH),
            new DenseLayer(2, 4, new float[8], new float[4], Activation.IDENTITY)),
        1);
  }

  private static ResidualScore score(ResidualKind kind) {
    Random random = new Random(1);
    float[] inputs = new float[4 * 200];
    boolean[] observed = new boolean[inputs.length];
    Arrays.fill(observed, true);
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) random.nextGaussian();
    }
    PrototypeDistance plain = PrototypeFitter.plain(4, inputs, observed, SCALE, 16, 1);
    WhitenedPrototypeDistance whitened =
        PrototypeFitter.whitened(4, inputs, observed, SCALE, 16, 1);
    return switch (kind) {
      case PROTOTYPES -> plain;
      case WHITENED_PROTOTYPES -> whitened;
      case COMBINED ->
          new CombinedScore(
              List.of(
                  new Part(new StandardisedResidual(SCALE), 0.7),
                  new Part(plain, 1.3),
                  new Part(whitened, 1)));
      case LATENT_DENSITY ->
          LatentDensityFitter.fit(
              4, inputs, Arrays.copyOf(inputs, 400), new float[800], observed, true, 2, 1);
      case MULTI_SCALE -> MultiScaleFitter.fit(NETWORK, inputs, observed, SCALE, 3, 1);
      case RECONSTRUCTION_PROBABILITY ->
          ReconstructionProbabilityFitter.fit(
              NETWORK, NETWORK.encoder(), inputs, Arrays.copyOf(inputs, 400), observed, 5, 1);
      case SUPERVISED ->
          new SupervisedScore(
              score(ResidualKind.COMBINED),
              List.of(
                  new DenseLayer(2, 3, Arrays.copyOf(inputs, 6), new float[3], Activation.TANH),
                  new DenseLayer(3, 1, new float[] {1, 2, 3}, new float[1], Activation.IDENTITY)),
              new ExponentialTail(0.5, 0.25),
              new ExponentialTail(-3, 1.5));
      default -> ResidualScoreFitter.fit(kind, 4, inputs, new float[inputs.length], observed);
    };
  }

  private static ModelBundle with(ResidualScore score, int scores, double recordsPerDay) {
    ModelBundle small = Fixtures.smallModel();
    double[] heldOut = new Random(2).doubles(scores).toArray();
    ModelParts parts =
        ModelParts.single(NETWORK, score, CalibrationFitter.fit(heldOut, recordsPerDay));
    return new ModelBundle(
        1,
        small.definition(),
        small.features(),
        small.history(),
        parts,
        small.provenance(),
        GoldenRecords.choose(small.features(), parts, Fixtures.table(small.features().layout())),
        small.report());
  }
}
