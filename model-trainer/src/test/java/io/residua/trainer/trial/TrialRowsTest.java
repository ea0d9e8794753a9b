package io.residua.trainer.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.score.FeatureScaling;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrialRowsTest {
  private static final int WIDTH = 6;

  @ParameterizedTest
  @EnumSource(SyntheticAnomalies.class)
  void anomaliesDifferFromTheRowsThatTheyAreMadeOf(SyntheticAnomalies kind) {
    FeatureMatrix normal = noise(400);

    FeatureMatrix anomalies = kind.of(normal, scaling(normal), 1);

    int changed = 0;
    for (int row = 0; row < 400; row++) {
      float[] before = row(normal, row);
      changed += Arrays.equals(before, row(anomalies, row)) ? 0 : 1;
    }
    assertThat(changed).isGreaterThan(380);
    assertThat(kind.of(normal, scaling(normal), 1).values()).isEqualTo(anomalies.values());
    assertThat(kind.of(normal, scaling(normal), 2).values()).isNotEqualTo(anomalies.values());
  }

  @ParameterizedTest
  @EnumSource(names = {"SWAPPED", "MERGED"})
  void whatComesFromOtherRowsKeepsEachFeaturesValues(SyntheticAnomalies kind) {
    FeatureMatrix normal = noise(400);

    FeatureMatrix anomalies = kind.of(normal, scaling(normal), 1);

    for (int i = 0; i < anomalies.values().length; i++) {
      assertThat(column(normal, i % WIDTH)).contains(anomalies.values()[i]);
    }
  }

  @Test
  void shiftsAreTwoToFourScales() {
    FeatureMatrix normal = noise(400);
    FeatureScaling scaling = scaling(normal);

    float[] shifted = SyntheticAnomalies.SHIFTED.of(normal, scaling, 1).values();

    int features = 0;
    for (int i = 0; i < shifted.length; i++) {
      double by = Math.abs(shifted[i] - normal.values()[i]) / scaling.scale()[i % WIDTH];
      features += by > 0 ? 1 : 0;
      assertThat(by == 0 || by > 1.99 && by < 4.01).isTrue();
    }
    assertThat(features).isEqualTo(400);
  }

  @Test
  void fewRowsAreRepeatedAndManyAreThinned() {
    assertThat(unlabelled(noise(7)).matrices())
        .hasSize(5)
        .allSatisfy(matrix -> assertThat(matrix.rows()).isEqualTo(300));
    assertThat(unlabelled(noise(10_000)).matrices())
        .allSatisfy(matrix -> assertThat(matrix.rows()).isEqualTo(1_000));
    assertThat(unlabelled(noise(7)).labelled()).isFalse();
  }

  @Test
  void enoughLabelledAnomaliesTakeThePlaceOfSyntheticOnes() {
    FeatureMatrix heldOut = noise(50);

    TrialRows enough =
        TrialRows.of(heldOut, all(heldOut), scaling(heldOut), Optional.of(noise(30)), 1);
    TrialRows few =
        TrialRows.of(heldOut, all(heldOut), scaling(heldOut), Optional.of(noise(29)), 1);

    assertThat(enough.labelled()).isTrue();
    assertThat(enough.matrices()).extracting(FeatureMatrix::rows).containsExactly(50, 30);
    assertThat(enough.words()).isEqualTo("30 labelled anomalies");
    assertThat(few.labelled()).isFalse();
    assertThat(
            TrialRows.of(heldOut, all(heldOut), scaling(heldOut), Optional.of(noise(5_000)), 1)
                .anomalies())
        .extracting(FeatureMatrix::rows)
        .containsExactly(1_000);
  }

  @Test
  void onlyTheGivenHeldOutRowsTakePart() {
    FeatureMatrix heldOut = noise(50);
    int[] among = {3, 7, 49};

    TrialRows labelled = TrialRows.of(heldOut, among, scaling(heldOut), Optional.of(noise(30)), 1);
    TrialRows synthetic = TrialRows.of(heldOut, among, scaling(heldOut), Optional.empty(), 1);

    assertThat(labelled.normalRows()).isEqualTo(among);
    assertThat(labelled.matrices().get(0).values()).isEqualTo(heldOut.select(among).values());
    assertThat(IntStream.of(synthetic.normalRows()).distinct()).containsExactlyInAnyOrder(3, 7, 49);
  }

  @Test
  void areasTellNormalRowsFromAnomalies() {
    double[] normal = new double[30];
    double[] strange = new double[30];
    Arrays.fill(strange, 1);

    double[][] areas = TrialRows.areas(List.of(normal, strange, normal));

    assertThat(areas).hasDimensions(TrialRows.FOLDS, 2);
    assertThat(areas[0]).containsExactly(new double[] {1, 0.5}, within(1e-12));
  }

  @Test
  void aTrialBeatsAnotherOnlyWhereItIsBetterThroughout() {
    Trial recipe = trial(new double[] {0.8, 0.7});

    assertThat(trial(new double[] {0.9, 0.7}).beats(recipe)).isTrue();
    assertThat(trial(new double[] {0.95, 0.69}).beats(recipe)).isFalse();
    assertThat(recipe.beats(recipe)).isFalse();
    Trial onceWorse =
        new Trial("b", new double[][] {{0.9, 0.9}, {0.9, 0.9}, {0.7, 0.7}}, Optional.empty());
    assertThat(onceWorse.beats(recipe)).isFalse();
  }

  private static Trial trial(double[] areas) {
    return new Trial("a", new double[][] {areas, areas, areas}, Optional.of(1L));
  }

  @Test
  void aTrialTellsItsAreasByKind() {
    assertThat(trial(new double[] {0.8, 0.7}).line(List.of("shifted", "noisy")))
        .isEqualTo("shifted 0.800, noisy 0.700, 1 multiply-adds");
    Trial without = new Trial("knn", new double[][] {{0.8}, {0.9}, {1}}, Optional.empty());
    assertThat(without.line(List.of("labelled"))).isEqualTo("labelled 0.900");
  }

  private static TrialRows unlabelled(FeatureMatrix heldOut) {
    return TrialRows.of(heldOut, all(heldOut), scaling(heldOut), Optional.empty(), 1);
  }

  private static int[] all(FeatureMatrix matrix) {
    return IntStream.range(0, matrix.rows()).toArray();
  }

  private static float[] row(FeatureMatrix matrix, int row) {
    return Arrays.copyOfRange(matrix.values(), row * WIDTH, (row + 1) * WIDTH);
  }

  private static float[] column(FeatureMatrix matrix, int feature) {
    float[] column = new float[matrix.rows()];
    for (int row = 0; row < column.length; row++) {
      column[row] = matrix.values()[row * WIDTH + feature];
    }
    return column;
  }

  private static FeatureScaling scaling(FeatureMatrix matrix) {
    return FeatureScaling.of(WIDTH, matrix.values(), matrix.observed());
  }

  private static FeatureMatrix noise(int rows) {
    SplittableRandom random = new SplittableRandom(rows);
    float[] values = new float[rows * WIDTH];
    boolean[] observed = new boolean[values.length];
    Arrays.fill(observed, true);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (3 * random.nextGaussian());
    }
    return new FeatureMatrix(WIDTH, values, observed);
  }
}
