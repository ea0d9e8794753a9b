package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.Family;
import io.residua.detector.definition.ModelSpec;
import io.residua.detector.definition.ModelSpec.Corruption;
import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import io.residua.detector.definition.ModelSpec.HiddenActivation;
import io.residua.detector.definition.ModelSpec.TrainingSpec;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompositionTest {
  private static final int WIDTH = 7;
  private static final int ROWS = 33;

  @ParameterizedTest
  @EnumSource(HiddenActivation.class)
  void theExportedNetworkGivesWhatTrainingSees(HiddenActivation activation) {
    FeatureMatrix rows = Samples.plane(ROWS, WIDTH, 1);
    ModelSpec spec =
        new ModelSpec(
            Family.UNDERCOMPLETE,
            List.of(12, 9),
            Optional.of(3),
            Optional.of(activation),
            new CorruptionSpec(Corruption.GAUSSIAN, 1),
            Optional.empty(),
            new TrainingSpec(20, ROWS, 0.05, 0.2, 1));
    Composition trained =
        Families.plain(AutoencoderPlan.of(spec, rows), WIDTH, new SplittableRandom(1));
    Tape tape = new Tape();

    Network exported = trained.network();

    float[] latent = new float[ROWS * 3];
    float[] output = new float[ROWS * WIDTH];
    new NetworkRunner(exported).run(rows.values(), ROWS, latent, output);
    assertThat(exported.latentWidth()).isEqualTo(3);
    assertThat(output)
        .containsExactly(
            trained.reconstruction(tape, tape.constant(WIDTH, rows.values())).values(),
            within(1e-5f));
    assertThat(latent)
        .containsExactly(
            trained.latent(tape, tape.constant(WIDTH, rows.values())).values(), within(1e-5f));
  }
}
