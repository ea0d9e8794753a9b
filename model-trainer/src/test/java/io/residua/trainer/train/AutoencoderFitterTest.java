package io.residua.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.Family;
import io.residua.detector.definition.ModelSpec;
import io.residua.detector.definition.ModelSpec.Corruption;
import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import io.residua.detector.definition.ModelSpec.TrainingSpec;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.MemoryLayer;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.family.Corruptor;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AutoencoderFitterTest {
  @Test
  void theLinearFamilySpansThePrincipalSubspace() throws Exception {
    FeatureMatrix rows = Samples.plane(1000, 6, 1);

    Network network = fit(Samples.spec(Family.LINEAR, 2, 600), rows, rows, 3).network();

    for (double[] axis : Samples.axes(6)) {
      float[] onPlane = new float[6];
      for (int i = 0; i < 6; i++) {
        onPlane[i] = (float) axis[i];
      }
      assertThat(distance(onPlane, reconstruct(network, onPlane))).isLessThan(0.05);
    }
    float[] offPlane = {1, 0, -1, 0, 0, 0};
    assertThat(distance(offPlane, reconstruct(network, offPlane)))
        .isCloseTo(Math.sqrt(2), within(0.05));
  }

  @Test
  void theLinearFamilyChoosesItsLatentWidthByExplainedVariance() throws Exception {
    FeatureMatrix rows = Samples.plane(500, 6, 1);

    FittedAutoencoder fitted = fit(Samples.spec(Family.LINEAR, null, 5), rows, rows, 3);

    assertThat(fitted.network().latentWidth()).isEqualTo(2);
    assertThat(fitted.settings()).containsEntry("latent", "2").containsEntry("family", "linear");
  }

  @ParameterizedTest
  @EnumSource(
      value = Family.class,
      names = {"UNDERCOMPLETE", "DENOISING"})
  void pointsOffTheManifoldAreReconstructedWorse(Family family) throws Exception {
    Network network =
        fit(Samples.spec(family, 1, 700), Samples.curve(800, 1), Samples.curve(100, 2), 3)
            .network();

    FeatureMatrix normal = Samples.curve(50, 5);
    double mean = 0;
    for (int row = 0; row < 50; row++) {
      float[] point = Arrays.copyOfRange(normal.values(), row * 3, row * 3 + 3);
      mean += distance(point, reconstruct(network, point)) / 50;
    }
    float[] offCurve = {1.7f, -1, -1};
    assertThat(distance(offCurve, reconstruct(network, offCurve))).isGreaterThan(2 * mean);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "AUTO")
  void theSameSeedGivesTheSameWeights(Family family) throws Exception {
    FeatureMatrix rows = Samples.plane(200, 4, 1);
    ModelSpec spec = Samples.spec(family, 2, 60);

    List<float[]> one = weights(fit(spec, rows, rows, 7).network());
    List<float[]> same = weights(fit(spec, rows, rows, 7).network());
    List<float[]> other = weights(fit(spec, rows, rows, 8).network());

    for (int i = 0; i < one.size(); i++) {
      assertThat(same.get(i)).containsExactly(one.get(i));
      assertThat(other.get(i)).isNotEqualTo(one.get(i));
    }
  }

  @Test
  void aPriorOfRegionsForClassesIsNotTheStandardNormalOne() throws Exception {
    FeatureMatrix rows = Samples.plane(200, 4, 1);
    int[] classes = new int[200];
    Arrays.setAll(classes, row -> row % 2);
    ModelSpec spec = Samples.spec(Family.ADVERSARIAL, 2, 20);

    assertThat(fit(spec, rows, rows, 1).prior()).isPresent();
    assertThat(fit(spec, rows.withClasses(classes), rows, 1).prior()).isEmpty();
  }

  @Test
  void unobservedEntriesTakeNoPartInTheLoss() throws Exception {
    FeatureMatrix clean = Samples.plane(400, 4, 1);
    FeatureMatrix nonsense = hidden(clean, 50f);
    FeatureMatrix otherNonsense = hidden(clean, 50f);
    ModelSpec spec = Samples.spec(Family.LINEAR, 1, 200);

    FittedAutoencoder masked = fit(spec, nonsense, otherNonsense, 1);
    FittedAutoencoder unmasked = fit(spec, Samples.complete(4, nonsense.values()), nonsense, 1);

    assertThat(masked.history().bestLoss()).isLessThan(2);
    assertThat(unmasked.history().points().get(0).loss()).isGreaterThan(50);
  }

  @Test
  void theBestWeightsAreKeptAndTrainingStopsWhenNothingIsToWin() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    float[] noise = new float[30 * 8];
    float[] otherNoise = new float[200 * 8];
    fill(noise, random);
    fill(otherNoise, random);
    TrainingSpec training = new TrainingSpec(10_000, 30, 0.05, 0.2, 1);

    FittedAutoencoder fitted =
        fit(
            Samples.spec(Family.UNDERCOMPLETE, 7, training),
            Samples.complete(8, noise),
            Samples.complete(8, otherNoise),
            1);

    TrainingHistory history = fitted.history();
    LossPoint last = history.points().get(history.points().size() - 1);
    assertThat(last.step()).isLessThan(10_000);
    assertThat(history.bestLoss())
        .isEqualTo(history.points().stream().mapToDouble(LossPoint::validationLoss).min().orElse(0))
        .isLessThan(last.validationLoss());
    assertThat(error(fitted.network(), otherNoise)).isCloseTo(history.bestLoss(), within(1e-5));
  }

  @Test
  void aLearningRateThatIsTooLargeIsLoweredAndSaidSo() throws Exception {
    FeatureMatrix rows = scaled(Samples.plane(200, 4, 1), 3e19f);
    List<String> messages = new ArrayList<>();

    assertThatThrownBy(
            () ->
                AutoencoderFitter.fit(
                    Samples.spec(Family.UNDERCOMPLETE, 2, 20), rows, rows, 1, listener(messages)))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("training diverged: the loss is not finite even at learning rate");
    assertThat(messages)
        .hasSize(AutoencoderFitter.MOST_RETRIES + 1)
        .first()
        .asString()
        .contains("grew without bound at learning rate 0.01; trying a tenth of it");
  }

  @Test
  void progressIsReportedToTheLastStep() throws Exception {
    FeatureMatrix rows = Samples.plane(100, 4, 1);
    List<TrainingProgress> heard = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void progress(TrainingProgress progress) {
            heard.add(progress);
          }
        };

    AutoencoderFitter.fit(Samples.spec(Family.LINEAR, 2, 120), rows, rows, 1, listener);

    assertThat(heard).extracting(TrainingProgress::step).containsExactly(50, 100, 120);
    assertThat(heard).allSatisfy(progress -> assertThat(progress.loss()).isFinite());
    assertThat(heard.get(2).left()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"GAUSSIAN", "MASKING"})
  void corruptionChangesTheBatchByItsLevel(Corruption kind) {
    float[] batch = new float[20_000];
    Arrays.fill(batch, 1);

    float[] corrupted = new float[batch.length];

    Corruptor.of(new CorruptionSpec(kind, 0.25))
        .corrupt(batch, 10, corrupted, new SplittableRandom(1));

    double changed = 0;
    double square = 0;
    for (float value : corrupted) {
      changed += value == 1 ? 0 : 1.0 / batch.length;
      square += (value - 1) * (value - 1) / batch.length;
    }
    assertThat(changed).isCloseTo(kind == Corruption.MASKING ? 0.25 : 1, within(0.02));
    assertThat(Math.sqrt(square))
        .isCloseTo(kind == Corruption.MASKING ? Math.sqrt(0.25) : 0.25, within(0.02));
  }

  @Test
  void swapNoiseTakesFeaturesFromOtherRowsOfTheBatch() {
    int width = 8;
    float[] batch = new float[width * 2_500];
    for (int i = 0; i < batch.length; i++) {
      batch[i] = i;
    }
    float[] corrupted = new float[batch.length];

    Corruptor.of(new CorruptionSpec(Corruption.SWAP, 0.25))
        .corrupt(batch, width, corrupted, new SplittableRandom(1));

    double changed = 0;
    for (int i = 0; i < batch.length; i++) {
      assertThat(corrupted[i] % width).isEqualTo(i % width);
      changed += corrupted[i] == batch[i] ? 0 : 1.0 / batch.length;
    }
    assertThat(changed).isCloseTo(0.25, within(0.02));
  }

  @Test
  void swapNoiseLeavesTheOnlyRowOfABatchAsItIs() {
    float[] corrupted = new float[2];

    Corruptor.of(new CorruptionSpec(Corruption.SWAP, 0.9))
        .corrupt(new float[] {1, 2}, 2, corrupted, new SplittableRandom(1));

    assertThat(corrupted).containsExactly(1, 2);
  }

  @Test
  void everyRowComesOnceAnEpoch() {
    int[] numbers = {0, 1, 2, 3, 4, 5, 6};
    Batches batches = new Batches(numbers.length, new SplittableRandom(1));
    int[] epoch = new int[7];

    for (int i = 0; i < 3; i++) {
      batches.next(epoch);
      int[] sorted = epoch.clone();
      Arrays.sort(sorted);
      assertThat(sorted).containsExactly(numbers);
    }
    assertThat(epoch).isNotEqualTo(numbers);
  }

  private static FittedAutoencoder fit(
      ModelSpec spec, FeatureMatrix training, FeatureMatrix validation, long seed)
      throws TrainingException {
    return AutoencoderFitter.fit(spec, training, validation, seed, TrainingListener.SILENT);
  }

  private static TrainingListener listener(List<String> messages) {
    return new TrainingListener() {
      @Override
      public void message(String sentence) {
        messages.add(sentence);
      }
    };
  }

  /** Every seventh entry is unobserved and holds another value. */
  private static FeatureMatrix hidden(FeatureMatrix matrix, float value) {
    float[] values = matrix.values().clone();
    boolean[] observed = matrix.observed().clone();
    for (int i = 0; i < values.length; i += 7) {
      values[i] = value;
      observed[i] = false;
    }
    return new FeatureMatrix(matrix.width(), values, observed);
  }

  private static FeatureMatrix scaled(FeatureMatrix matrix, float factor) {
    float[] values = matrix.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return Samples.complete(matrix.width(), values);
  }

  private static void fill(float[] values, SplittableRandom random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
  }

  private static List<float[]> weights(Network network) {
    return network.layers().stream()
        .map(
            layer -> layer instanceof MemoryLayer it ? it.memory() : ((DenseLayer) layer).weights())
        .toList();
  }

  private static float[] reconstruct(Network network, float[] rows) {
    int records = rows.length / network.width();
    float[] output = new float[rows.length];
    float[] latent = new float[records * network.latentWidth()];
    new NetworkRunner(network).run(rows, records, latent, output);
    return output;
  }

  private static double error(Network network, float[] rows) {
    double distance = distance(rows, reconstruct(network, rows));
    return distance * distance / rows.length;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
