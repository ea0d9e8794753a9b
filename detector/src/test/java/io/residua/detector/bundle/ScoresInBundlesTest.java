package io.residua.detector.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.calibration.CalibrationFitter;
import io.residua.detector.fixture.Fixtures;
import io.residua.detector.score.CombinedScore;
import io.residua.detector.score.CombinedScore.Part;
import io.residua.detector.score.PrototypeDistance;
import io.residua.detector.score.PrototypeFitter;
import io.residua.detector.score.ResidualKind;
import io.residua.detector.score.ResidualScore;
import io.residua.detector.score.ResidualScoreFitter;
import io.residua.detector.score.StandardisedResidual;
import io.residua.detector.score.WhitenedPrototypeDistance;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScoresInBundlesTest {
  private static final float[] SCALE = {1, 2, 3, 0.5f};

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
      default -> ResidualScoreFitter.fit(kind, 4, inputs, new float[inputs.length], observed);
    };
  }

  private static ModelBundle with(ResidualScore score, int scores, double recordsPerDay) {
    ModelBundle small = Fixtures.smallModel();
    double[] heldOut = new Random(2).doubles(scores).toArray();
    ModelParts parts =
        ModelParts.single(
            small.global().network(), score, CalibrationFitter.fit(heldOut, recordsPerDay));
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
