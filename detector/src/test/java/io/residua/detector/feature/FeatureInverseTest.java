package io.residua.detector.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventTable;
import io.residua.detector.feature.AnyFeatures.Case;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FeatureInverseTest {
  @Property(tries = 200)
  void theFieldsOfARecordsFeaturesHaveTheseFeatures(@ForAll("usualCases") Case any) {
    FeaturePipeline pipeline = Tables.fit(any.definition(), any.table());
    FeatureInverse inverse = pipeline.inverse();
    Event event = new Event(pipeline.layout());
    float[] features = new float[pipeline.width() + 1];
    for (int row = 0; row < any.table().rows(); row++) {
      any.table().read(row, event);
      pipeline.transform(event, features, new boolean[features.length], 1);

      inverse.invert(features, 1, event);

      float[] again = new float[pipeline.width()];
      pipeline.transform(event, again, new boolean[again.length], 0);
      for (int i = 0; i < again.length; i++) {
        float expected = features[i + 1];
        assertThat(again[i])
            .as("%s of row %d", pipeline.featureName(i), row)
            .isCloseTo(expected, within(1e-3f * Math.max(1, Math.abs(expected))));
      }
    }
  }

  @Property(tries = 200)
  void anyFeaturesGiveARecordOfValuesThatTrainingSaw(
      @ForAll("cases") Case any, @ForAll Random random) {
    FeaturePipeline pipeline = Tables.fit(any.definition(), any.table());
    float[] features = new float[pipeline.width()];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) (3 * random.nextGaussian());
    }
    Event event = new Event(pipeline.layout());

    pipeline.inverse().invert(features, 0, event);

    EventTable table = any.table();
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    boolean seen = false;
    for (int row = 0; row < table.rows(); row++) {
      double x = table.number(row, 0);
      least = Double.isNaN(x) ? least : Math.min(least, x);
      largest = Double.isNaN(x) ? largest : Math.max(largest, x);
      seen |= event.text(1).equals(table.text(row, 1));
    }
    assertThat(event.number(0)).isBetween(least, largest);
    assertThat(seen).isTrue();
    assertThat(event.number(2)).isFinite();
  }

  @Example
  void whatFeaturesDoNotTellIsSaid() {
    DetectorDefinition definition =
        Tables.definition(
            "field: x, transform: standard",
            "field: shown, encode: one-hot",
            "field: hidden, encode: 'hash:7'",
            "field: counted, encode: frequency",
            "field: told, encode: frequency",
            "field: at, encode: hour-of-day");
    EventTable table =
        Tables.table(
            definition,
            List.of(
                new Object[] {1.0, "a", "a", "a", "a", 0.0},
                new Object[] {2.0, "b", "b", "b", "a", 1e12},
                new Object[] {3.0, "b", "b", "c", "b", 1e11}));

    FeatureInverse inverse = Tables.fit(definition, table).inverse();

    assertThat(inverse.notes())
        .containsExactly(
            "hidden: of values with the same features, one stands for all",
            "counted: of values with the same features, one stands for all",
            "at: a day from 2000 to 2027 that suits the features stands for all such days");
    assertThat(inverse.fields())
        .extracting(EventField::path)
        .containsExactly("x", "shown", "hidden", "counted", "told", "at");
  }

  @Example
  void numbersMadeFromEarlierEventsAreLeftOut() {
    DetectorDefinition definition =
        Tables.parsed(
            """
            detector: test
            input: { topic: test, time: at }
            features:
              - { field: x, transform: standard }
              - { aggregate: y, by: k, over: [1h], stats: [count] }
            """);
    EventTable table = new EventTable(EventLayouts.of(definition));
    Event event = new Event(table.layout());
    for (int row = 0; row < 5; row++) {
      for (int i = 0; i < table.layout().size(); i++) {
        event.setNumber(i, row);
      }
      table.append(event);
    }

    assertThat(Tables.fit(definition, table).inverse().fields())
        .extracting(EventField::path)
        .containsExactly("x");
  }

  @Provide
  Arbitrary<Case> usualCases() {
    return AnyFeatures.usualCases();
  }

  @Provide
  Arbitrary<Case> cases() {
    return AnyFeatures.cases();
  }
}
