package io.residua.trainer.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.definition.FieldSequence;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import io.residua.detector.feature.FeatureFitter;
import io.residua.detector.feature.FeaturePipeline;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceLayoutTest {
  private static final String CPU = "{ lag: cpu, steps: [2, 1], by: host }";
  private static final String MEM = "{ lag: mem, steps: [1, 2], by: host }";
  private static final String STATE = "{ field: state, encode: [one-hot, frequency] }";

  /** The same features in several orders, beside a category of several slots. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        STATE + ", { sequence: { fields: [cpu, mem], length: 3, by: host, normalise: none } }",
        "{ sequence: { fields: [cpu, mem], length: 3, by: host, normalise: none } }, " + STATE,
        CPU
            + ", { field: mem, transform: robust }, "
            + STATE
            + ", "
            + MEM
            + ", { field: cpu, transform: robust }",
      })
  void placesTheFieldsStepByStepWhateverTheOrderOfFeatures(String features) throws Exception {
    DetectorDefinition definition =
        DefinitionParser.parse(
            "detector: d\ninput: { topic: t, time: at }\nfeatures: [ %s ]\n".formatted(features),
            null);
    FeaturePipeline pipeline = FeatureFitter.fit(definition, table(definition)).pipeline();

    SequenceLayout layout =
        SequenceLayout.of(FieldSequence.only(definition.features()).orElseThrow(), pipeline);

    assertThat(Arrays.stream(layout.columns()).mapToObj(pipeline::featureName).limit(6))
        .containsExactly(
            "cpu 2 events earlier by host",
            "mem 2 events earlier by host",
            "cpu 1 event earlier by host",
            "mem 1 event earlier by host",
            "cpu",
            "mem");
    assertThat(layout.width()).isEqualTo(pipeline.width());
    assertThat(layout.passing()).isEqualTo(pipeline.width() - 6).isGreaterThan(2);
    assertThat(layout.order())
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, pipeline.width()).boxed().toList());
  }

  @Test
  void rowsKeepTheirSequenceInEveryCopy() {
    SequenceLayout layout = SequenceLayout.of(3, List.of(List.of(2), List.of(0)));
    FeatureMatrix rows = Samples.plane(4, 3, 1).withSequence(layout);

    assertThat(layout.order()).containsExactly(2, 0, 1);
    assertThat(
            List.of(
                rows.first(2),
                rows.select(new int[] {1}),
                rows.imputed(),
                rows.and(rows),
                rows.withClasses(new int[4])))
        .allSatisfy(copy -> assertThat(copy.sequence()).contains(layout));
  }

  @Test
  void aSequenceAmongOtherFeaturesIsRefused() {
    SequenceLayout layout = SequenceLayout.of(3, List.of(List.of(0), List.of(1)));

    assertThatThrownBy(() -> Samples.plane(4, 5, 1).withSequence(layout))
        .hasMessage("expected a sequence among 5 features, got one among 3");
    assertThatThrownBy(() -> SequenceLayout.of(3, List.of(List.of(1), List.of(1))))
        .hasMessageContaining("each of 4 columns once");
  }

  private static EventTable table(DetectorDefinition definition) {
    EventTable table = new EventTable(EventLayouts.of(definition));
    for (int row = 0; row < 8; row++) {
      Event event = new Event(table.layout());
      for (int field = 0; field < table.layout().fields().size(); field++) {
        if (table.layout().fields().get(field).kind() == FieldKind.TEXT) {
          event.setText(field, row % 2 == 0 ? "up" : "down");
        } else {
          event.setNumber(field, row * (field + 1));
        }
      }
      table.append(event);
    }
    return table;
  }
}
