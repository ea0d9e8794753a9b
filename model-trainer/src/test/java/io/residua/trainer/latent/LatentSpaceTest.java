package io.residua.trainer.latent;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.event.EventTable;
import io.residua.detector.fixture.Fixtures;
import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import io.residua.detector.network.SoftmaxLayer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatentSpaceTest {
  private static final ModelBundle MODEL = Fixtures.smallModel();
  private static final EventTable EVENTS = events();
  private static final int[] ANOMALIES = IntStream.range(1000, 1200).toArray();
  private static final int[] FEW_ANOMALIES = IntStream.range(1000, 1040).toArray();
  private static final int[] NONE = {};
  private static final List<String> CLASSES = List.of("food");

  @Test
  void mapsASampleOfNormalRecordsAndAnomalies() {
    LatentSpace space = space(network(), rows(1000), ANOMALIES, 1);

    assertThat(space.maps())
        .extracting(PlaneMap::name)
        .containsExactly("PCA", "t-SNE", "Isomap", "Laplacian eigenmaps");
    assertThat(space.maps()).allSatisfy(LatentSpaceTest::assertFinite);
    assertThat(space.numbers()).hasSize(600);
    assertThat(Arrays.stream(space.numbers()).filter(number -> number == LatentSpace.ANOMALY))
        .hasSize(150);
    assertThat(space.notes())
        .contains("Two numbers vary: the first map shows all that there is.")
        .first()
        .asString()
        .startsWith(
            "450 of 1,000 held-out normal records and 150 of 200 labelled anomalies by their");
  }

  @Test
  void groupsRecordsAndTellsWhatTheyHaveInCommon() {
    LatentSpace space = space(network(), rows(150), NONE, 1);

    assertThat(space.groups()).hasSizeBetween(2, 8);
    assertThat(space.groups().stream().mapToInt(LatentGroup::records).sum()).isEqualTo(150);
    assertThat(space.groups())
        .extracting(LatentGroup::records)
        .isSortedAccordingTo((a, b) -> Integer.compare(b, a));
    for (int group = 0; group < space.groups().size(); group++) {
      int number = group;
      assertThat(Arrays.stream(space.numbers()).filter(of -> of == number))
          .hasSize(space.groups().get(group).records());
    }
    assertThat(space.groups())
        .anySatisfy(
            group ->
                assertThat(group.apart())
                    .anyMatch(words -> words.startsWith("category is \"travel\" in 100 % ")));
    assertThat(space.notes()).last().asString().startsWith("k-means with 2 to 8 groups: ");
  }

  @Test
  void clustersThatANetworkHasAreTheGroups() {
    float[] encoder = new float[12];
    encoder[0] = 3;
    encoder[11] = 1;
    Network network =
        new Network(
            List.of(
                new DenseLayer(4, 3, encoder, new float[] {0, 0, 0}, Activation.IDENTITY),
                new SoftmaxLayer(3, 2),
                new DenseLayer(3, 4, new float[12], new float[4], Activation.IDENTITY)),
            2);

    LatentSpace space = space(network, rows(150), NONE, 1);

    assertThat(space.groups())
        .extracting(LatentGroup::name)
        .containsExactlyInAnyOrder("class food", "cluster 2");
    assertThat(space.groups().get(0).records()).isGreaterThan(space.groups().get(1).records());
    assertThat(space.groups().stream().mapToInt(LatentGroup::records).sum()).isEqualTo(150);
    assertThat(space.groups()).allSatisfy(group -> assertThat(group.apart()).isNotEmpty());
    assertThat(space.notes())
        .last()
        .isEqualTo(
            "The network's own clusters, 2: a record is of the one in which it has the largest"
                + " share; each has records of the sample.");
  }

  @Test
  void clustersWithoutRecordsAreNoGroups() {
    float[] encoder = {0.5f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0};
    Network network =
        new Network(
            List.of(
                new DenseLayer(4, 4, encoder, new float[] {0, 99, 0, 0}, Activation.IDENTITY),
                new SoftmaxLayer(4, 3),
                new DenseLayer(4, 4, new float[16], new float[4], Activation.IDENTITY)),
            2);

    LatentSpace space = space(network, rows(50), NONE, 1);

    assertThat(space.groups()).singleElement().returns("cluster 2", LatentGroup::name);
    assertThat(space.notes()).last().asString().endsWith("1 of them have records of the sample.");
  }

  @Test
  void theSameSeedGivesTheSameSpace() {
    LatentSpace one = space(network(), rows(120), FEW_ANOMALIES, 3);
    LatentSpace same = space(network(), rows(120), FEW_ANOMALIES, 3);

    assertThat(same.notes()).isEqualTo(one.notes());
    assertThat(same.groups()).isEqualTo(one.groups());
    assertThat(same.numbers()).isEqualTo(one.numbers());
    for (int map = 0; map < 4; map++) {
      assertThat(same.maps().get(map).places().x()).isEqualTo(one.maps().get(map).places().x());
      assertThat(same.maps().get(map).meaning()).isEqualTo(one.maps().get(map).meaning());
    }
  }

  @Test
  void aVectorOfOneNumberIsMappedAndSaid() {
    LatentSpace space = space(encoding(new float[] {0.5f, 0, 0, 0}, 1), rows(80), NONE, 1);

    assertThat(space.maps()).hasSize(4).allSatisfy(LatentSpaceTest::assertFinite);
    assertThat(space.notes())
        .contains(
            "One number varies, so that the records lie on a line: only one direction counts.");
  }

  @Test
  void aNumberThatNeverVariesIsSaid() {
    Network network = encoding(new float[] {0.5f, 0, 0, 0, 0, 0, 0, 0}, 2);

    assertThat(space(network, rows(80), NONE, 1).notes())
        .contains("1 of the latent vector's 2 numbers are the same in all of them.");
  }

  @Test
  void vectorsThatAreAllTheSameAreNotMapped() {
    LatentSpace space = space(encoding(new float[8], 2), rows(80), ANOMALIES, 1);

    assertThat(space.maps()).isEmpty();
    assertThat(space.groups()).isEmpty();
    assertThat(space.notes())
        .contains("All of them are the same: the latent vector tells nothing of a record.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 9})
  void tooFewRecordsAreNotMapped(int count) {
    LatentSpace space = space(network(), rows(count), NONE, 1);

    assertThat(space.maps()).isEmpty();
    assertThat(space.notes()).hasSize(2);
  }

  @Test
  void tenRecordsAreMappedAndGrouped() {
    LatentSpace space = space(network(), rows(10), NONE, 1);

    assertThat(space.maps()).hasSize(4).allSatisfy(LatentSpaceTest::assertFinite);
    assertThat(space.groups()).isNotEmpty();
  }

  @Test
  void fewNormalRecordsAmongAnomaliesAreMappedButNotGrouped() {
    LatentSpace space = space(network(), rows(5), FEW_ANOMALIES, 1);

    assertThat(space.maps()).hasSize(4);
    assertThat(space.groups()).isEmpty();
    assertThat(space.notes())
        .contains(
            "5 different latent vectors of normal records are too few to group: 10 are needed.");
  }

  @Test
  void recordsThatAreOftenTheSameAreMappedToTheSamePlace() {
    int[] repeated = IntStream.range(0, 200).map(row -> row % 20).toArray();

    LatentSpace space = space(network(), repeated, NONE, 1);

    assertThat(space.notes().get(0)).contains("(20 different ones)");
    assertThat(space.maps())
        .allSatisfy(
            map -> {
              assertFinite(map);
              assertThat(Arrays.stream(map.places().x()).distinct().count())
                  .isLessThanOrEqualTo(20);
            });
  }

  @Test
  void anAnomalyOfWhichNothingWasObservedIsLeftOut() {
    EventTable events = events();
    events.append(Fixtures.event(Double.NaN, null));

    LatentSpace space =
        LatentSpace.of(
            network(), MODEL.features(), events, rows(100), new int[] {1000, 1200}, CLASSES, 1);

    assertThat(Arrays.stream(space.numbers()).filter(number -> number == LatentSpace.ANOMALY))
        .hasSize(1);
    assertThat(space.notes().get(0)).contains("1 of 2 labelled anomalies");
  }

  private static void assertFinite(PlaneMap map) {
    assertThat(Arrays.stream(map.places().x()).allMatch(Double::isFinite)).isTrue();
    assertThat(Arrays.stream(map.places().y()).allMatch(Double::isFinite)).isTrue();
  }

  private static LatentSpace space(Network network, int[] normal, int[] anomalies, long seed) {
    return LatentSpace.of(network, MODEL.features(), EVENTS, normal, anomalies, CLASSES, seed);
  }

  private static Network network() {
    return MODEL.parts().global().network();
  }

  /** A network with the given weights of its encoder. */
  private static Network encoding(float[] encoder, int latent) {
    return new Network(
        List.of(
            new DenseLayer(4, latent, encoder, new float[latent], Activation.TANH),
            new DenseLayer(latent, 4, new float[4 * latent], new float[4], Activation.IDENTITY)),
        1);
  }

  private static int[] rows(int count) {
    return IntStream.range(0, count).toArray();
  }

  /** The training rows, then 200 large amounts. */
  private static EventTable events() {
    EventTable table = Fixtures.table(MODEL.features().layout());
    for (int row = 0; row < 200; row++) {
      table.append(Fixtures.event(90 + row, "other"));
    }
    return table;
  }
}
