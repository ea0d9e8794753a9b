package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.MemoryLayer;
import io.residua.detector.network.MemoryLayer.Addressing;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.gradient.GradientCheck;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameter;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Gong et al., "Memorizing Normality to Detect Anomaly", 2019. */
class MemoryTest {
  private static final int WIDTH = 6;
  private static final int ITEMS = 50;
  private static final String SIZES =
      "hidden: [16], latent: 3, activation: relu, steps: 1200, batch: 64, learning-rate: 0.005";
  private static final FeatureMatrix TRAINING = Samples.plane(800, WIDTH, 1);
  private static final FeatureMatrix NORMAL = Samples.plane(200, WIDTH, 2);
  private static final FeatureMatrix FAR = scaled(NORMAL, 4);

  @Test
  void aMemoryHasTheGradientOfItsDifferences() {
    SplittableRandom random = new SplittableRandom(3);
    Parameter latent = Parameter.drawn(4, 3, random::nextGaussian);
    Parameter items = Parameter.drawn(5, 3, random::nextGaussian);
    Memory memory = new Memory(items, new Addressing(3, 0.05, 1e-12));

    GradientCheck.agrees(
        List.of(latent, items),
        tape -> {
          Node weights = memory.weights(tape, tape.variable(latent));
          return memory.read(tape, weights).squared().sum().plus(weights.entropies().sum());
        });
  }

  @Test
  void rowsThatNoItemIsNearTakeNothingAndLearnNothing() {
    Parameter latent = new Parameter(1, 2, new float[] {1, 1});
    Parameter items = new Parameter(2, 2, new float[] {1, 0, 0, 1});
    Memory memory = new Memory(items, new Addressing(1, 0.6, 1e-12));
    Tape tape = new Tape();

    Node read = memory.read(tape, memory.weights(tape, tape.variable(latent)));
    tape.backward(read.shifted(-1).squared().sum());

    assertThat(read.values()).containsExactly(0, 0);
    assertThat(latent.gradient()).containsExactly(0, 0);
    assertThat(items.gradient()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void theEntropyIsThatOfTheWeights() {
    Tape tape = new Tape();
    Node weights = tape.constant(2, 2, new float[] {0.5f, 0.5f, 1, 0});

    assertThat(weights.entropies().values())
        .containsExactly(new float[] {(float) Math.log(2), 0}, within(1e-6f));
  }

  @Test
  void theExportedLayersGiveWhatTrainingSees() {
    AutoencoderPlan plan =
        AutoencoderPlan.of(Samples.spec("family: memory, items: 50, " + SIZES), TRAINING);
    TrainableAutoencoder memory = Families.of(plan, TRAINING, new SplittableRandom(1));
    Tape tape = new Tape();

    assertThat(reconstruct(memory.network(), NORMAL))
        .containsExactly(
            memory.reconstruction(tape, tape.constant(WIDTH, NORMAL.values())).values(),
            within(1e-5f));
  }

  @Test
  void itemsThatAreInNoRecordAreWarnedOf() {
    Composition memory = Steps.untrained("family: memory, items: 50, " + SIZES, TRAINING);

    assertThat(memory.warnings(NORMAL)).isEmpty();
    assertThat(memory.warnings(NORMAL.first(1)))
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .matches("\\d+ of the memory's 50 items are in no held-out record; .*"));
  }

  @Test
  void whatIsFarFromTheDataIsPulledToTheMemory() throws Exception {
    Network plain = fit("family: undercomplete");
    Network memory = fit("family: memory, items: 50");

    assertThat(error(memory, NORMAL)).isLessThan(0.03 * variance());
    assertThat(error(memory, FAR)).isGreaterThan(10 * error(plain, FAR));
  }

  @Test
  void theEntropysWeightLeavesARecordFewItems() throws Exception {
    double freely = takenItems("entropy-weight: 0");
    double dearly = takenItems("entropy-weight: 0.05");

    assertThat(freely).as("shrinkage and sharpness leave few").isLessThan(0.2 * ITEMS);
    assertThat(dearly).isLessThan(0.8 * freely);
  }

  /** How many items carry 90 % of a normal record's weight, as a mean. */
  private static double takenItems(String setting) throws TrainingException {
    Network network = fit("family: memory, items: 50, " + setting);
    MemoryLayer layer = (MemoryLayer) network.layers().get(network.encoderLayers());
    Memory memory =
        new Memory(new Parameter(ITEMS, layer.inputs(), layer.memory()), layer.addressing());
    float[] latent = new float[NORMAL.rows() * network.latentWidth()];
    new NetworkRunner(network)
        .run(NORMAL.values(), NORMAL.rows(), latent, new float[NORMAL.values().length]);
    Tape tape = new Tape();
    Node weights = memory.weights(tape, tape.constant(network.latentWidth(), latent));
    double taken = 0;
    for (int row = 0; row < NORMAL.rows(); row++) {
      float[] sorted = Arrays.copyOfRange(weights.values(), row * ITEMS, (row + 1) * ITEMS);
      Arrays.sort(sorted);
      double sum = 0;
      for (int i = ITEMS - 1; sum < 0.9 && i >= 0; i--) {
        sum += sorted[i];
        taken++;
      }
    }
    return taken / NORMAL.rows();
  }

  private static Network fit(String family) throws TrainingException {
    return AutoencoderFitter.fit(
            Samples.spec(family + ", " + SIZES), TRAINING, NORMAL, 3, TrainingListener.SILENT)
        .network();
  }

  private static double error(Network network, FeatureMatrix rows) {
    float[] output = reconstruct(network, rows);
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      sum += Math.pow(output[i] - rows.values()[i], 2);
    }
    return sum / output.length;
  }

  private static double variance() {
    double sum = 0;
    for (float value : NORMAL.values()) {
      sum += value * value;
    }
    return sum / NORMAL.values().length;
  }

  private static float[] reconstruct(Network network, FeatureMatrix rows) {
    float[] output = new float[rows.values().length];
    new NetworkRunner(network)
        .run(rows.values(), rows.rows(), new float[rows.rows() * network.latentWidth()], output);
    return output;
  }

  private static FeatureMatrix scaled(FeatureMatrix rows, float factor) {
    float[] values = rows.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return rows.withValues(values);
  }
}
