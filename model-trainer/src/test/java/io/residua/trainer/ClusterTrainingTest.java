package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.bundle.BundleReader;
import io.residua.detector.bundle.BundleWriter;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.bundle.ModelPart;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.data.Classes;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** From rows with few known classes to a bundle that sorts records into them. */
class ClusterTrainingTest {
  private static final String YAML =
      """
      detector: machines
      input: { topic: machines, format: json }
      features:
        - { field: a, transform: standard }
        - { field: b, transform: standard }
        - { field: c, transform: standard }
      model:
        family: adversarial
        clusters: 3
        latent: 1
        hidden: [16]
        steps: 600
        batch: 64
        learning-rate: 0.006
        class: kind
      calibration: { budget: 1 in 100 }
      """;

  @Test
  void classesOfAFewRowsBecomeClustersOfABundleAndItsReport() throws Exception {
    DetectorDefinition definition = DefinitionParser.parse(YAML, null);
    int[] classes = new int[900];
    Arrays.setAll(classes, row -> row % 10 == 0 ? row / 10 % 3 : -1);

    TrainedModel model =
        ModelTrainer.train(
            TrainingRequest.of(definition, machines(definition))
                .withClasses(new Classes(classes, List.of("idle", "busy", "worn"))));

    ModelBundle read = BundleReader.read(BundleWriter.write(model.bundle(1)));
    ModelPart part = read.global();
    assertThat(part.network().clusters()).isEqualTo(3);
    assertThat(part.network().latentWidth()).isEqualTo(4);
    assertThat(read.golden().get(0).embedding()).hasSize(4);
    assertThat(read.provenance().metrics().get("class_accuracy")).isGreaterThan(0.95);
    assertThat(read.provenance().settings()).containsEntry("clusters", "3");
    assertThat(read.report())
        .contains("own clusters, 3: ", "class idle", "Clusters and classes: ")
        .doesNotContain("k-means");
    assertThat(model.warnings()).isEmpty();
    assertThat(share(part, 0)).isBetween(0.2, 0.45);
  }

  /** The share of drawn records that lie nearest to a group's place. */
  private static double share(ModelPart part, int group) {
    float[] drawn =
        part.prior()
            .orElseThrow()
            .draw(new NetworkRunner(part.network()), 600, new SplittableRandom(1));
    int near = 0;
    for (int from = 0; from < drawn.length; from += 3) {
      int largest = 0;
      for (int i = 1; i < 3; i++) {
        largest = drawn[from + i] > drawn[from + largest] ? i : largest;
      }
      near += largest == group ? 1 : 0;
    }
    return near / 600.0;
  }

  /** The number of a row's group is the large one: groups of ten rows in turn. */
  private static EventTable machines(DetectorDefinition definition) {
    EventTable table = new EventTable(EventLayouts.of(definition));
    Event event = new Event(table.layout());
    SplittableRandom random = new SplittableRandom(2);
    for (int row = 0; row < 900; row++) {
      double load = 0.4 * random.nextGaussian();
      event.clear();
      for (int i = 0; i < 3; i++) {
        double large = row / 10 % 3 == i ? 4 : 0;
        event.setNumber(i, large + load + 0.2 * random.nextGaussian());
      }
      table.append(event);
    }
    return table;
  }
}
