package io.residua.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.definition.ModelSpec.Corruption;
import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import io.residua.detector.definition.ModelSpec.Family;
import io.residua.detector.definition.ModelSpec.HiddenActivation;
import io.residua.detector.definition.ModelSpec.TrainingSpec;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.factory.Nd4j;

class NetworkExportTest {
  private static final int WIDTH = 7;
  private static final int ROWS = 33;

  @ParameterizedTest
  @EnumSource(HiddenActivation.class)
  void theExportedNetworkGivesWhatDl4jGives(HiddenActivation activation) throws Exception {
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
    AutoencoderPlan plan = AutoencoderPlan.of(spec, rows);

    try (TrainableNetwork trained = TrainableNetwork.of(plan, WIDTH, 0.05, 1)) {
      for (int step = 0; step < 20; step++) {
        trained.step(rows.values(), rows.values(), null);
      }
      Network exported = NetworkExport.of(trained.network(), trained.encoderLayers());

      float[] latent = new float[ROWS * 3];
      float[] output = new float[ROWS * WIDTH];
      new NetworkRunner(exported).run(rows.values(), ROWS, latent, output);
      assertThat(exported.latentWidth()).isEqualTo(3);
      assertThat(output).containsExactly(trained.reconstruct(rows.values()), within(1e-5f));
      assertThat(latent)
          .containsExactly(
              trained
                  .network()
                  .feedForward(Nd4j.create(rows.values(), new long[] {ROWS, WIDTH}, 'c'))
                  .get(3)
                  .dup('c')
                  .data()
                  .asFloat(),
              within(1e-5f));
    }
  }
}
